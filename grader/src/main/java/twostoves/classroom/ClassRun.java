package twostoves.classroom;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import twostoves.sandbox.InvalidSubmissionException;
import twostoves.sandbox.Submission;

/**
 * Grades the submissions of a class, or of one part of it, several side by side.
 *
 * <p>Each result is stored as soon as it is known. What goes wrong with one submission, in it or in the grader, is told in
 * its result and stops no other.
 */
final class ClassRun {

    private final ClassFolder folder;
    private final ResultStore store;
    private final ClassPlan plan;
    private final Examiner examiner;
    private final Outputs outputs;
    private final ClassProgress progress;

    ClassRun(
            ClassFolder folder,
            ResultStore store,
            ClassPlan plan,
            Examiner examiner,
            Outputs outputs,
            ClassProgress progress) {
        this.folder = folder;
        this.store = store;
        this.plan = plan;
        this.examiner = examiner;
        this.outputs = outputs;
        this.progress = progress;
    }

    /**
     * Grades what has no result yet.
     *
     * @param jobs how many submissions are graded side by side; at least 1
     * @return the results of this part of the class, by name
     * @throws IOException if results cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted
     */
    List<ClassResult> grade(int jobs) throws IOException, InterruptedException {
        Map<String, Optional<ClassResult>> results = new LinkedHashMap<>();
        for (String name : plan.mine()) {
            results.put(name, kept(name));
        }
        List<String> rest = results.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        progress.begins(rest.size(), results.size() - rest.size(), jobs);
        for (ClassResult result : graded(rest, jobs)) {
            results.put(result.submission(), Optional.of(result));
        }
        return results.values().stream().flatMap(Optional::stream).toList();
    }

    /** The result of an earlier run, if the submission and the grader are what they were then. */
    private Optional<ClassResult> kept(String name) {
        try {
            Optional<ClassResult> earlier = store.result(name).filter(ClassResult::isFinal);
            if (earlier.isPresent() && earlier.get().key().equals(key(submission(name)))) {
                return earlier;
            }
        } catch (IOException | ClassException | InvalidSubmissionException e) {
            // what cannot be read is graded again, and then told if it still cannot
        }
        return Optional.empty();
    }

    private List<ClassResult> graded(List<String> names, int jobs) throws IOException, InterruptedException {
        List<ClassResult> results = new ArrayList<>();
        ExecutorService crew = Executors.newFixedThreadPool(jobs);
        try {
            ExecutorCompletionService<ClassResult> grading = new ExecutorCompletionService<>(crew);
            names.forEach(name -> grading.submit(() -> stored(grade(name))));
            while (results.size() < names.size()) {
                ClassResult result = grading.take().get();
                results.add(result);
                progress.graded(result, results.size(), names.size());
            }
        } catch (ExecutionException e) {
            throw new IOException("Results cannot be written into " + store.directory() + ": " + e.getCause(), e);
        } finally {
            crew.shutdownNow();
        }
        return results;
    }

    private ClassResult stored(ClassResult result) throws IOException {
        store.write(result);
        outputs.writeReport(result);
        return result;
    }

    /** Errors too: a submission can drive the compiler into them. */
    private ClassResult grade(String name) throws InterruptedException {
        try {
            Submission submission = submission(name);
            String key = key(submission);
            return ClassResult.graded(name, key, examiner.grade(name, submission, plan.seed()));
        } catch (InvalidSubmissionException | ClassException e) {
            return ClassResult.refused(name, withoutFolder(e.getMessage()));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return ClassResult.fault(name, "The grader failed: " + e);
        }
    }

    /** Where the class lies is no part of a result: it may lie elsewhere on the next machine. */
    private String withoutFolder(String message) {
        return message.replace(folder.directory() + File.separator, "");
    }

    private Submission submission(String name) throws IOException, ClassException, InvalidSubmissionException {
        Path directory = folder.locate(name);
        return Submission.in(directory);
    }

    private String key(Submission submission) throws IOException {
        return SubmissionKey.of(plan.grader(), plan.exercises(), submission);
    }
}
