package twostoves.classroom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import twostoves.report.Format;

/**
 * Marks a class: grades every submission in a folder, and writes the gradebooks.
 *
 * @param assignment what the class is marked on
 * @param grader who grades
 * @param examiner how one submission is graded
 * @param formats what a report on each submission is written as
 * @param jobs how many submissions are graded side by side; at least 1
 * @param lines who shows the progress
 */
public record ClassMarking(
        Assignment assignment,
        GraderIdentity grader,
        Examiner examiner,
        Set<Format> formats,
        int jobs,
        Consumer<String> lines) {

    /**
     * Grades a class, or one part of it.
     *
     * @param folder the submissions
     * @param shard which part
     * @param seed the seed of all inputs drawn at random, unless a run that is gone on with has chosen one
     * @param out where results go; made if it is not there
     * @param resume whether to go on where an earlier run has stopped
     * @return what came of it
     * @throws ClassException if {@code out} holds something else than {@code resume} says, or another run is at work there
     * @throws IOException if results cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Summary grade(ClassFolder folder, Shard shard, long seed, Path out, boolean resume)
            throws ClassException, IOException, InterruptedException {
        try (ResultStore store = ResultStore.open(out)) {
            ClassPlan plan = agreed(ClassPlan.of(assignment, grader, seed, shard, folder.names()), store, resume);
            store.write(plan);
            Outputs outputs = new Outputs(out, assignment, formats);
            ClassProgress progress = new ClassProgress(lines, System::nanoTime);
            List<ClassResult> results = new ClassRun(folder, store, plan, examiner, outputs, progress).grade(jobs);
            ClassRecord record = new ClassRecord(assignment, results);
            outputs.write(record);
            return Summary.of(record);
        }
    }

    private static ClassPlan agreed(ClassPlan plan, ResultStore store, boolean resume)
            throws ClassException, IOException {
        Optional<ClassPlan> earlier = store.plan();
        if (earlier.isEmpty()) {
            return plan;
        }
        if (!resume) {
            throw new ClassException(store.directory()
                    + " holds results already. To go on with them, add --resume; to begin anew, choose another directory"
                    + " with --out.");
        }
        if (!earlier.get().shard().equals(plan.shard())) {
            throw new ClassException(
                    store.directory() + " holds shard " + earlier.get().shard() + ", and you asked for " + plan.shard()
                            + ". Give each shard a directory of its own with --out.");
        }
        return plan.withSeed(earlier.get().seed());
    }
}
