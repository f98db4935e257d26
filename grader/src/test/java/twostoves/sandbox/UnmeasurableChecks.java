package twostoves.sandbox;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.contract.GreetContract;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Track;

/** Checks of {@code greet} on a machine that does not let them be told. */
@Grades(id = "greet", number = 1, track = Track.CONCURRENCY, contract = GreetContract.class)
public abstract class UnmeasurableChecks {

    private boolean failedOnce;

    @Check(id = "at-once", kind = Kind.VALUES, points = 3)
    @Order(1)
    @DisplayName("is not measured")
    public void atOnce() {
        throw new NotMeasuredException("There is no network here.");
    }

    @Check(id = "when-repeated", kind = Kind.TIME, points = 3, needs = "at-once")
    @Order(2)
    @DisplayName("fails, and then is not measured")
    public void whenRepeated() {
        if (failedOnce) {
            throw new NotMeasuredException("There was a network here.");
        }
        failedOnce = true;
        throw CheckFailure.measured(Diagnosis.SEQUENTIAL, "It looked like it.");
    }

    @Check(id = "measured", kind = Kind.VALUES, points = 4, needs = "when-repeated")
    @Order(3)
    @DisplayName("says hello")
    public void measured() {}
}
