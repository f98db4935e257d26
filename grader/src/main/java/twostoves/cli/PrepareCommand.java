package twostoves.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.report.HtmlReport;
import twostoves.report.JsonReport;
import twostoves.report.Report;
import twostoves.sandbox.InvalidSubmissionException;
import twostoves.sandbox.Options;
import twostoves.sandbox.RehearsalClasses;
import twostoves.sandbox.WorkerArchive;
import twostoves.workspace.Repository;
import twostoves.workspace.Stub;

/**
 * Makes later commands faster: leaves an archive for workers beside the jar, and goes once through a grading, so that the
 * JVM that runs this can make an archive of its own. For the script {@code kata}, not for people.
 */
@Command(name = "prepare", hidden = true, description = "Make the archives of classes with which kata starts faster.")
final class PrepareCommand implements Callable<Integer> {

    /** A working tree of ours, beside the archives. */
    private static final String REHEARSAL = "grader/target/kata-first";

    private final Surroundings surroundings;

    @Option(names = "--marks", description = "Make the one for workers that grade for marks.")
    private boolean marks;

    PrepareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, InvalidSubmissionException {
        if (marks) {
            return make(Options.standard()) ? ExitCode.SOLVED : ExitCode.GRADER_FAILED;
        }
        prepareRehearsals();
        boolean made = make(Options.ofOwnTree());
        rehearse();
        return made ? ExitCode.SOLVED : ExitCode.GRADER_FAILED;
    }

    /** A course may have taken the solutions away: then workers warm up with less. */
    private void prepareRehearsals() throws IOException {
        try {
            RehearsalClasses.make(surroundings.repository().solutions());
        } catch (InvalidSubmissionException none) {
            // there are none
        }
    }

    private static boolean make(Options options) throws IOException, InterruptedException {
        Optional<WorkerArchive> archive = WorkerArchive.place(options);
        return archive.isPresent()
                && archive.get().make(Curriculum.checkClasses().getFirst());
    }

    /**
     * Does what {@code kata check fetch-all --open} does where nobody has begun, in a tree of its own: nothing of the learner's is
     * run, and nothing is noted.
     */
    private void rehearse() throws InvalidSubmissionException, InterruptedException, IOException {
        Exercise first = Curriculum.exercises().getFirst();
        Repository tree = new Repository(surroundings.repository().root().resolve(REHEARSAL));
        Files.createDirectories(tree.source(first).getParent());
        Files.writeString(tree.root().resolve(Repository.LANDMARK), "");
        Files.writeString(tree.source(first), Stub.of(first).text());
        Surroundings there = new Surroundings(
                tree.root(), Optional.of(tree.root()), surroundings.terminal(), surroundings.debug(), Browser.NONE);
        try (CheckCommand check = new CheckCommand(there, first.id())) {
            check.startAhead();
            check.call();
        }
        Report report = JsonReport.read(tree.report());
        HtmlReport.write(report, tree.reports().resolve("report.html"));
    }
}
