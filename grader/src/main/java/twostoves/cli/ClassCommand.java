package twostoves.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import twostoves.classroom.Assignment;
import twostoves.classroom.ClassException;
import twostoves.classroom.ClassFolder;
import twostoves.classroom.ClassMarking;
import twostoves.classroom.GraderIdentity;
import twostoves.classroom.Shard;
import twostoves.classroom.Summary;
import twostoves.report.Format;
import twostoves.report.GraderVersion;
import twostoves.sandbox.Confinement;
import twostoves.sandbox.Options;

/** Grades every submission of a class. */
@Command(
        name = "class",
        mixinStandardHelpOptions = true,
        description = {
            "Grade every submission in DIR, each a directory of its own, and write the gradebooks.",
            "Killed at any moment, it goes on with --resume where it stopped."
        })
final class ClassCommand implements Callable<Integer> {

    /** A worker's heap and its JVM, and the small JVM beside it. */
    private static final long MEMORY_OF_A_JOB = 1_200L << 20;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", description = "A directory that holds one directory for each submission.")
    private Path directory;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where results go; a new directory.")
    private Path out;

    @Option(names = "--resume", description = "Go on with the results in --out; what is finished is not graded again.")
    private boolean resume;

    @Mixin
    private AssignmentOptions options = new AssignmentOptions();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Grade the I-th of N parts, such as 2/8. Merge them with \"kata merge\".")
    private String shard = Shard.WHOLE.toString();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "How many submissions are graded side by side; otherwise as many as processors and memory allow.")
    private int jobs = standardJobs();

    @Mixin
    private FormatOption format = new FormatOption();

    ClassCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private static int standardJobs() {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long fit = machine.getTotalMemorySize() / MEMORY_OF_A_JOB;
        return Math.clamp(fit, 1, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (jobs < 1) {
            throw new WrongUseException("--jobs is " + jobs + "; it must be at least 1.");
        }
        Set<Format> formats = format.formats();
        Assignment assignment = options.assignment(surroundings);
        Confinement confinement = Confinement.here();
        Options standard = Options.standard().confinement(confinement).keepingCompiler(true);
        ClassMarking marking = new ClassMarking(
                assignment,
                GraderIdentity.ofThisProcess(GraderVersion.find()),
                (name, submission, seed) -> Grading.of(name, submission, assignment.exercises(), standard.seed(seed)),
                formats,
                jobs,
                surroundings.terminal()::line);
        try {
            ClassFolder folder = ClassFolder.in(surroundings.resolve(directory), surroundings.resolve(out));
            Summary summary = marking.grade(folder, shard(), standard.seed(), surroundings.resolve(out), resume);
            surroundings.terminal().line(confinement.description());
            return show(summary, out, surroundings);
        } catch (ClassException wrong) {
            throw new WrongUseException(wrong.getMessage());
        }
    }

    private Shard shard() {
        try {
            return Shard.parse(shard);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUseException("--shard " + shard + ": " + wrong.getMessage() + ".");
        }
    }

    static int show(Summary summary, Path out, Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        terminal.line("");
        summary.lines().forEach(terminal::line);
        terminal.line("In " + surroundings.nameOf(surroundings.resolve(out))
                + ": class.html, gradebook.csv, canvas.csv, moodle.csv, and a report on each in reports.");
        return ExitCode.of(summary);
    }
}
