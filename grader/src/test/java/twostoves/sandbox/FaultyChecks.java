package twostoves.sandbox;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.contract.GreetContract;
import twostoves.grading.Check;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Track;

/** Checks of {@code greet} that cannot even begin. */
@Grades(id = "greet", number = 1, track = Track.CONCURRENCY, contract = GreetContract.class)
public abstract class FaultyChecks {

    @BeforeAll
    static void prepare() {
        throw new IllegalStateException("the kitchen is closed");
    }

    @Check(id = "greets", kind = Kind.VALUES, points = 10)
    @Order(1)
    @DisplayName("says hello")
    public void greets() {}
}
