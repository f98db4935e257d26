package twostoves.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Simulated cores, shared fairly: round robin, one quantum at a time, in the order in which computations arrived.
 *
 * <p>Used by the conductor only.
 */
final class Cores {

    private final long quantum;
    private final Queue<Event> ready = new ArrayDeque<>();
    private int free;

    Cores(int count, long quantum) {
        this.free = count;
        this.quantum = quantum;
    }

    /** A computation wants a core. */
    void arrive(Event computation) {
        ready.add(computation);
    }

    /** Gives free cores to those who wait for one. Returns them, each due when its quantum or its demand is used up. */
    List<Event> dispatch(long now) {
        List<Event> begun = new ArrayList<>();
        while (free > 0 && !ready.isEmpty()) {
            Event next = ready.remove();
            if (next.isPending()) {
                free--;
                next.sliceStart = now;
                next.due = now + Math.min(quantum, next.demand);
                begun.add(next);
            }
        }
        return begun;
    }

    /** A slice has ended: its core is free. True if the computation is done; else it waits for its next turn. */
    boolean finishSlice(Event computation) {
        free++;
        computation.demand -= computation.due - computation.sliceStart;
        if (computation.demand > 0) {
            ready.add(computation);
            return false;
        }
        return true;
    }
}
