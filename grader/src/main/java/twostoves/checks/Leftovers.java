package twostoves.checks;

import java.util.List;
import java.util.stream.Collectors;
import twostoves.evidence.Stall;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.simulation.Run;

/** Nothing that a call has started may outlive it. */
public final class Leftovers {

    private static final int NAMED = 3;

    private Leftovers() {}

    /**
     * Demands that nothing is still under way, and no thread alive.
     *
     * @param run a run that has ended and in which leftovers were looked for
     * @param method the name of the learner's method
     * @throws CheckFailure if a request, a computation or a thread outlived the call
     */
    public static void demandNone(Run<?> run, String method) {
        demandNothingUnderWay(run, method);
        List<Stall> left = run.leftovers();
        if (left.isEmpty()) {
            return;
        }
        boolean pool = left.stream().allMatch(Stall::isIdlePoolWorker);
        String names = left.stream()
                .limit(NAMED)
                .map(stall -> Endings.name(stall.thread()))
                .collect(Collectors.joining(", "));
        String more = left.size() > NAMED ? ", …" : "";
        String count = left.size() == 1 ? "1 thread is" : left.size() + " threads are";
        String what = pool ? " They wait for tasks of a pool that was never closed." : "";
        throw CheckFailure.measured(
                        pool ? Diagnosis.EXECUTOR_NOT_CLOSED : Diagnosis.THREADS_LEFT_RUNNING,
                        count + " still alive after " + method + " has ended: " + names + more + "." + what)
                .at(Endings.placeOf(left));
    }

    /**
     * Demands that nothing was still under way when the call ended.
     *
     * @param run a run that has ended
     * @param method the name of the learner's method
     * @throws CheckFailure if a request or a computation outlived the call
     */
    public static void demandNothingUnderWay(Run<?> run, String method) {
        int pending = run.inFlightAtReturn();
        if (pending > 0) {
            boolean returned = run.end() == Run.End.RETURNED;
            throw CheckFailure.measured(
                            returned ? Diagnosis.RETURNS_EARLY : Diagnosis.THREADS_LEFT_RUNNING,
                            pending + (pending == 1 ? " was" : " were") + " still under way when " + method
                                    + (returned ? " returned." : " threw."))
                    .showing(Endings.picture(run, "what was under way"));
        }
    }
}
