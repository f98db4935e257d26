package twostoves.checks.choosing;

import twostoves.evidence.Times;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;

/**
 * What a submission is asked.
 *
 * @param what what kind of work it is, for the message
 * @param work the workload
 * @param cores how many cores the machine has
 */
record Question(String what, Workload work, int cores) {

    /** The same question for another machine. */
    Question on(int otherCores) {
        return new Question(what, work, otherCores);
    }

    /** For example {@code 3 tasks, each waiting 3 s and computing 1 ms, on 4 cores}. */
    String numbers() {
        String tasks = work.tasks() == 1 ? "1 task" : work.tasks() + " tasks, each";
        String needs = work.dependence() == Dependence.NONE ? "" : ", each needing the result of the one before";
        return tasks + " waiting " + Times.ofNanos(work.waiting().toNanos()) + " and computing "
                + Times.ofNanos(work.computing().toNanos()) + needs + ", on " + cores
                + (cores == 1 ? " core" : " cores");
    }
}
