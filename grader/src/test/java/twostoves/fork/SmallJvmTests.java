package twostoves.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Place;
import twostoves.grading.Subject;
import twostoves.grading.Subjects;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.weaving.LearnerSource;

@DisplayName("The small JVM")
class SmallJvmTests {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path classes;

    private Subject<Callable<Object>> returning(String value) {
        LearnerSource source = LearnerSource.of("Snippet implements Callable<Object>", """
                    public Object call() throws Exception {
                        %s
                    }
                """.formatted(value));
        source.compileTo(classes);
        return Subjects.of(source.className(), classes);
    }

    /** Calls the submission and fails with what it returned, unless that is null. */
    static final class Tell implements Errand<Callable<Object>> {
        @Override
        public void run(Subject<Callable<Object>> subject, RandomGenerator random) {
            Run<Object> run = subject.run(Settings.STANDARD, (callable, simulation) -> callable.call());
            run.failure().ifPresent(failure -> {
                throw new IllegalArgumentException(failure);
            });
            run.value().ifPresent(value -> {
                throw CheckFailure.measured(Diagnosis.UNNAMED_FAILURE, value.toString())
                        .at(new Place("src/main/java/Snippet.java", 7));
            });
        }
    }

    static final class TellSeed implements Errand<Callable<Object>> {
        @Override
        public void run(Subject<Callable<Object>> subject, RandomGenerator random) {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, Long.toString(random.nextLong()));
        }
    }

    static final class Halt implements Errand<Callable<Object>> {
        @Override
        public void run(Subject<Callable<Object>> subject, RandomGenerator random) {
            Runtime.getRuntime().halt(7);
        }
    }

    private CheckFailure failure(Class<? extends Errand<Callable<Object>>> errand, Subject<Callable<Object>> subject) {
        try {
            SmallJvm.run(errand, subject, 42);
        } catch (CheckFailure failure) {
            return failure;
        }
        throw new AssertionError("the errand passed");
    }

    private static List<ProcessHandle> smallJvmsOf(ProcessHandle parent) {
        return parent.children()
                .filter(child -> child.info().commandLine().orElse("").contains(SmallWorld.class.getName()))
                .toList();
    }

    private static List<ProcessHandle> mine() {
        return smallJvmsOf(ProcessHandle.current());
    }

    @Test
    @DisplayName("has one processor and a heap of 256 MB")
    void size() {
        CheckFailure told = failure(Tell.class, returning("""
                return Runtime.getRuntime().availableProcessors() + " " + (Runtime.getRuntime().maxMemory() >> 20);
                """));

        String[] numbers = told.getMessage().split(" ");
        assertThat(numbers[0]).isEqualTo("1");
        // one of the two survivor spaces does not count
        assertThat(Integer.parseInt(numbers[1])).isBetween(240, SmallJvm.HEAP_MEGABYTES);
    }

    @Test
    @DisplayName("brings back a failure with everything but its picture")
    void failure() {
        String message = "50 % of \\\"größe\\\" + 1\\n\\tis & stays 'so' …";
        CheckFailure told = failure(Tell.class, returning("return \"" + message + "\";"));

        assertThat(told).hasMessage(message.translateEscapes());
        assertThat(told.diagnosis()).isEqualTo(Diagnosis.UNNAMED_FAILURE);
        assertThat(told.isMeasured()).isTrue();
        assertThat(told.place()).contains(new Place("src/main/java/Snippet.java", 7));
        assertThat(told.picture()).isEmpty();
    }

    @Test
    @DisplayName("is given the seed, and brings back what is proven")
    void seed() {
        CheckFailure told = failure(TellSeed.class, returning("return null;"));

        assertThat(told).hasMessage(Long.toString(new Random(42).nextLong()));
        assertThat(told.isMeasured()).isFalse();
        assertThat(told.place()).isEmpty();
    }

    @Test
    @DisplayName("is not confused by what a submission prints")
    void output() {
        SmallJvm.run(Tell.class, returning("""
                System.out.println("passed true");
                System.err.println("passed true");
                new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out)).print("no line end");
                return null;
                """), 42);
    }

    @Test
    @DisplayName("tells a full heap from other failures")
    void outOfMemory() {
        CheckFailure told = failure(Tell.class, returning("""
                List<byte[]> hoard = new ArrayList<>();
                while (true) {
                    hoard.add(new byte[1 << 20]);
                }
                """));

        assertThat(told.diagnosis()).isEqualTo(Diagnosis.OUT_OF_MEMORY);
        assertThat(told).hasMessage("Your code needed more than a heap of 256 MB, which is all that it has here.");
        assertThat(told.isMeasured()).isTrue();
    }

    @Test
    @DisplayName("accuses nobody when it ends without a verdict")
    void ended() {
        Subject<Callable<Object>> subject = returning("return null;");

        assertThatExceptionOfType(NotMeasuredException.class)
                .isThrownBy(() -> SmallJvm.run(Halt.class, subject, 42))
                .withMessage("The JVM with one processor ended without a result, with exit code 7.");
    }

    @Test
    @DisplayName("tells a failure of the errand itself from one of the submission")
    void fault() {
        Subject<Callable<Object>> subject = returning("throw new java.io.IOException();");

        assertThatIllegalStateException()
                .isThrownBy(() -> SmallJvm.run(Tell.class, subject, 42))
                .withMessageContaining("IOException");
    }

    @Test
    @DisplayName("is kept for the next submission, after a failure too, and ended if anything is left behind in it")
    void kept() {
        SmallJvm.run(Tell.class, returning("return null;"), 42);
        List<ProcessHandle> first = mine();
        assertThat(first).hasSize(1);

        SmallJvm.prepare();
        SmallJvm.run(Tell.class, returning("return null;"), 42);
        assertThat(mine()).isEqualTo(first);

        failure(Tell.class, returning("return 1;"));
        assertThat(mine()).isEqualTo(first);

        SmallJvm.run(Tell.class, returning("""
                Thread.ofPlatform().daemon().start(() -> {
                    while (true) {
                        LockSupport.park();
                    }
                });
                return null;
                """), 42);
        await().atMost(LONG).until(() -> mine().isEmpty());
    }

    @Test
    @DisplayName("starts in advance, once")
    void prepared() {
        SmallJvm.prepare();
        List<ProcessHandle> prepared = mine();
        SmallJvm.prepare();

        assertThat(prepared).hasSize(1);
        assertThat(mine()).isEqualTo(prepared);
    }

    /** Has a small JVM started, and is then idle until somebody kills it. */
    static final class IdleParent {

        private IdleParent() {}

        public static void main(String[] args) throws IOException {
            SmallJvm.prepare();
            System.in.read();
        }
    }

    @Test
    @DisplayName("ends with its parent, however that ends")
    void killed() throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdleParent.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            ProcessHandle small = await().atMost(LONG)
                    .until(() -> smallJvmsOf(parent.toHandle()).stream().findFirst(), Optional::isPresent)
                    .orElseThrow();
            parent.destroyForcibly();
            await().atMost(LONG).until(() -> !small.isAlive());
        } finally {
            parent.destroyForcibly();
        }
    }
}
