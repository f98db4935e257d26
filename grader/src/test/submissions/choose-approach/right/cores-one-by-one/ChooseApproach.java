// Idea: deals the tasks out to clocks, one for each core, instead of using a formula.
package twostoves.choosing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
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
        if (work.dependence() == Dependence.EACH_ON_THE_LAST) {
            return Approach.SEQUENTIAL;
        }
        int workers = Math.min(cores, work.tasks());
        long waiting = work.waiting().toNanos();
        long computing = work.computing().toNanos();
        long virtual = 1_000L * work.tasks();
        long platform = 100_000L * workers;
        Map<Approach, Long> ends = new EnumMap<>(Approach.class);
        ends.put(Approach.SEQUENTIAL, dealt(work.tasks(), 1, waiting + computing));
        ends.put(Approach.CONCURRENT, virtual + waiting + dealt(work.tasks(), 1, computing));
        ends.put(Approach.PARALLEL, platform + dealt(work.tasks(), workers, waiting + computing));
        ends.put(Approach.BOTH, virtual + platform + waiting + dealt(work.tasks(), workers, computing));
        long shortest = Collections.min(ends.values());
        ends.values().removeIf(end -> end > shortest + shortest / 20);
        return ends.keySet().iterator().next();
    }

    private static long dealt(int tasks, int workers, long each) {
        Queue<Long> clocks = new PriorityQueue<>(Collections.nCopies(workers, 0L));
        long last = 0;
        for (int task = 0; task < tasks; task++) {
            last = clocks.remove() + each;
            clocks.add(last);
        }
        return last;
    }
}
