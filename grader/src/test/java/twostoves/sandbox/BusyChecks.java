package twostoves.sandbox;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.contract.GreetContract;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Track;
import twostoves.simulation.UnquietProcessException;

/** Checks of {@code greet} on a submission whose threads go on to burn processor time after the first run. */
@Grades(id = "greet", number = 1, track = Track.CONCURRENCY, contract = GreetContract.class)
public abstract class BusyChecks {

    private boolean ran;

    private void run() {
        if (ran) {
            throw new UnquietProcessException(List.of("spinner"));
        }
        ran = true;
        throw CheckFailure.measured(Diagnosis.BUSY_WAIT, "It burns processor time.");
    }

    @Check(id = "spins", kind = Kind.TIME, points = 5)
    @Order(1)
    @DisplayName("waits without burning processor time")
    public void spins() {
        run();
    }

    @Check(id = "independent", kind = Kind.VALUES, points = 5)
    @Order(2)
    @DisplayName("has nothing to do with it")
    public void independent() {
        run();
    }
}
