// Idea: weighs what overlapping the waits wins, and what sharing out the computing wins.
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
        double waiting = work.waiting().toNanos();
        double computing = work.computing().toNanos();
        double workers = Math.min(cores, work.tasks());
        double rounds = Math.ceil(work.tasks() / workers);
        double all = work.tasks() * (waiting + computing);
        double overlapping = (work.tasks() - 1) * waiting - work.tasks() * 1e3;
        double sharing = (work.tasks() - rounds) * computing - workers * 1e5;
        double sharingAll = (work.tasks() - rounds) * (waiting + computing) - workers * 1e5;
        double most = Math.max(Math.max(0, overlapping), Math.max(sharingAll, overlapping + sharing));
        double enough = 1.05 * (all - most);
        if (all <= enough) {
            return Approach.SEQUENTIAL;
        }
        if (all - overlapping <= enough) {
            return Approach.CONCURRENT;
        }
        return all - sharingAll <= enough ? Approach.PARALLEL : Approach.BOTH;
    }
}
