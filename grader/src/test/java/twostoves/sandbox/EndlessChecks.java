package twostoves.sandbox;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.contract.ParseContract;
import twostoves.grading.Check;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Track;

/** Checks that never end: a submission for which the simulation's own watchdog would not help. */
@Grades(id = "parse-forever", number = 3, track = Track.PARALLELISM, contract = ParseContract.class)
public abstract class EndlessChecks {

    @Check(id = "ends", kind = Kind.VALUES, points = 10)
    @Order(1)
    @DisplayName("ends")
    public void ends() {
        while (true) {
            LockSupport.park();
        }
    }
}
