package twostoves.sandbox;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.contract.ParseContract;
import twostoves.grading.Check;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Track;

/** Checks that pass and leave a thread behind. */
@Grades(id = "litter", number = 3, track = Track.PARALLELISM, contract = ParseContract.class)
public abstract class LitteringChecks {

    @Check(id = "litters", kind = Kind.VALUES, points = 10)
    @Order(1)
    @DisplayName("litters")
    public void litters() {
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                LockSupport.park();
            }
        });
    }
}
