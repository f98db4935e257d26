// Mistake: goes by which of the two is more, and forgets the other.
package twostoves.choosing;

import java.util.Objects;
import twostoves.contract.ChooseApproachContract;
import twostoves.kit.Approach;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;

public final class ChooseApproach implements ChooseApproachContract {

    @Override
    public Approach choose(Workload work, int cores) {
        Objects.requireNonNull(work);
        if (cores < 1) {
            throw new IllegalArgumentException("cores must be at least 1: " + cores);
        }
        if (work.dependence() == Dependence.EACH_ON_THE_LAST || work.tasks() == 1) {
            return Approach.SEQUENTIAL;
        }
        return work.waiting().compareTo(work.computing()) > 0 ? Approach.CONCURRENT : Approach.PARALLEL;
    }
}
