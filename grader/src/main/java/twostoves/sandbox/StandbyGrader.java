package twostoves.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Workbench;

/**
 * Grades one exercise at a time, again and again, each time by a worker of its own that was started before it was needed:
 * what is left to wait for is the compiler and the checks.
 *
 * <p>One thread may grade while another prepares or closes; two must not grade at once.
 */
public final class StandbyGrader implements AutoCloseable {

    private static final int PRACTICE = 6;

    private final List<Class<?>> checkClasses;
    /** The classes of checks by the source file of their exercise. Read when first needed: a worker starts without. */
    private final Map<String, Class<?>> checks = new HashMap<>();

    private final Supplier<Options> options;
    private final Javac compiler = new Javac(file -> {});
    private Optional<Standby> next = Optional.empty();
    private volatile boolean closed;
    private volatile Optional<Submission> last = Optional.empty();
    private boolean practised;

    /**
     * Creates a grader for the exercises of the curriculum. It starts nothing until it is asked to.
     *
     * @param options how to grade, asked for anew for each worker: so each may have a seed of its own. Nobody is told of
     *     progress
     */
    public StandbyGrader(Supplier<Options> options) {
        this(Curriculum.checkClasses(), options);
    }

    StandbyGrader(List<Class<?>> checks, Supplier<Options> options) {
        this.checkClasses = List.copyOf(checks);
        this.options = options;
    }

    /**
     * What came of a grading.
     *
     * @param result the result; where the grader itself fails it is an error that says why
     * @param output what the submission printed, cut after 64 KiB
     * @param defects what the checks noted about the grader itself; usually nothing
     * @param options how it was graded
     */
    public record Graded(ExerciseResult result, String output, List<String> defects, Options options) {

        /** Creates a record of a grading; copies what it is given. */
        public Graded {
            defects = List.copyOf(defects);
        }
    }

    /** Starts a worker, unless one stands ready; it warms up while this process goes on. */
    public synchronized void prepare() {
        start(Optional.empty());
    }

    /**
     * Starts a worker, unless one stands ready. It warms up and then rehearses the exercise, as far as it comes before there is
     * something to grade: only a check that it is at is ended first.
     *
     * @param exercise what will probably be graded
     */
    public synchronized void prepare(Exercise exercise) {
        Rehearsal.of(checks().get(exercise.sourceFile())).ifPresentOrElse(this::prepare, this::prepare);
        if (!practised) {
            practised = true;
            last.ifPresent(submission ->
                    Thread.ofPlatform().daemon().name("kata-practice").start(() -> practise(submission, exercise)));
        }
    }

    /** Has the compiler compile until the JVM has compiled the compiler: else it would take three times as long at first. */
    private void practise(Submission submission, Exercise exercise) {
        try (Workshop workshop = Workshop.open()) {
            Path scrap = workshop.roomForClasses();
            for (int i = 0; i < PRACTICE && !closed; i++) {
                compile(submission, exercise, scrap);
            }
        } catch (RuntimeException fault) {
            // told when it is graded
        }
    }

    synchronized void prepare(Rehearsal rehearsal) {
        start(Optional.of(rehearsal));
    }

    private void start(Optional<Rehearsal> rehearsal) {
        if (next.isEmpty() && !closed) {
            next = Optional.of(Standby.start(options.get(), rehearsal));
        }
    }

    /**
     * Grades an exercise.
     *
     * @param submission the sources: all that the exercise may use
     * @param exercise what to grade
     * @return what came of it
     * @throws InterruptedException if the calling thread is interrupted; the worker is ended then
     */
    public Graded grade(Submission submission, Exercise exercise) throws InterruptedException {
        Standby standby = take();
        try {
            last = Optional.of(submission);
            Workbench bench = undisturbed(() -> compile(submission, exercise, standby.workshop.roomForClasses()));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return standby.grade(exercise, checks().get(exercise.sourceFile()), bench);
        } catch (RuntimeException fault) {
            return new Graded(CheckRun.error(exercise, fault.toString()), "", List.of(), options.get());
        } finally {
            // nobody is to wait for a process to end and its files to go
            Thread.ofPlatform().daemon().name("kata-clearing").start(standby::close);
        }
    }

    private synchronized Map<String, Class<?>> checks() {
        if (checks.isEmpty()) {
            checkClasses.forEach(type -> checks.put(Exercise.of(type).sourceFile(), type));
        }
        return checks;
    }

    private synchronized Standby take() {
        Standby taken = next.orElseGet(() -> Standby.start(options.get(), Optional.empty()));
        next = Optional.empty();
        return taken;
    }

    /**
     * Runs the compiler on a thread that nobody interrupts: an interrupt closes the files of the JDK that it is reading, and
     * from then on no compiler in this process can open them.
     */
    private static Workbench undisturbed(Supplier<Workbench> compiler) {
        try {
            return CompletableFuture.supplyAsync(
                            compiler,
                            task -> Thread.ofPlatform()
                                    .daemon()
                                    .name("kata-compiler")
                                    .start(task))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    private Workbench compile(Submission submission, Exercise exercise, Path classes) {
        Set<String> others = checks().keySet().stream()
                .filter(file -> !file.equals(exercise.sourceFile()))
                .collect(Collectors.toSet());
        return Compilation.compileWithout(others, submission, classes, compiler);
    }

    /** Ends the worker that stands ready. The one that is grading ends when its thread is interrupted. */
    @Override
    public synchronized void close() {
        closed = true;
        next.ifPresent(Standby::close);
        next = Optional.empty();
        compiler.close();
    }

    /** A worker that waits for what it is to judge, and the directory that goes with it. */
    private static final class Standby implements AutoCloseable {

        private final Workshop workshop;
        private final Workers workers;
        private final Options options;
        private String output = "";
        private final List<String> defects = new ArrayList<>();

        private Standby(Workshop workshop, Options options) {
            this.workshop = workshop;
            this.options = options.progress(this::note);
            this.workers = new Workers(workshop, this.options);
        }

        static Standby start(Options options, Optional<Rehearsal> rehearsal) {
            Standby standby = new Standby(Workshop.open(), options);
            standby.workers.prepare(rehearsal);
            return standby;
        }

        private void note(ExerciseResult result, String printed, List<String> noted) {
            output = printed;
            defects.addAll(noted);
        }

        Graded grade(Exercise exercise, Class<?> checks, Workbench bench) throws InterruptedException {
            ExerciseResult result = workers.grade(exercise, checks, bench);
            return new Graded(result, output, defects, options);
        }

        @Override
        public void close() {
            workshop.close();
        }
    }
}
