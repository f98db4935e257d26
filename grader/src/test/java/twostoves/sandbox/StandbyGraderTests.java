package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.fork.ChildJvm;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult.Status;

/** Real workers, small submissions. */
@DisplayName("The grader that has a worker stand ready")
class StandbyGraderTests {

    private static final Exercise GREET = Exercise.of(GreetChecks.class);

    @TempDir
    Path module;

    @TempDir
    Path references;

    private final StandbyGrader grader =
            new StandbyGrader(List.of(GreetChecks.class, ParseChecks.class), Options::standard);

    @AfterEach
    void leavesNothingRunning() {
        grader.close();
        await().atMost(Duration.ofSeconds(30)).until(() -> workers() == 0);
    }

    private static long workers() {
        return living().count();
    }

    private static Stream<ProcessHandle> living() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().commandLine().orElse("").contains(Worker.class.getName()));
    }

    private StandbyGrader.Graded grade(Sources sources) throws InterruptedException {
        return grader.grade(sources.submission(), GREET);
    }

    @Test
    @DisplayName("judges one version after the other, each in a worker of its own")
    void again() throws InterruptedException {
        grader.prepare();
        grader.prepare();
        assertThat(workers()).isOne();

        assertThat(grade(Sources.in(module).greeting("throw new twostoves.kit.Todo();"))
                        .result()
                        .status())
                .isEqualTo(Status.UNSOLVED);
        grader.prepare();
        assertThat(grade(Sources.in(module).greeting("return \"bye\";"))
                        .result()
                        .status())
                .isEqualTo(Status.FAILED);
        StandbyGrader.Graded solved =
                grade(Sources.in(module).greeting("System.out.println(\"well\"); return \"hello\";"));
        assertThat(solved.result().status()).isEqualTo(Status.SOLVED);
        assertThat(solved.output()).isEqualTo("well\n");
        assertThat(solved.defects()).isEmpty();
    }

    @Test
    @DisplayName("has a worker rehearse a right submission, of which the verdict on another shows nothing")
    void rehearses() throws InterruptedException {
        grader.prepare(rehearsal("System.out.println(\"rehearsed\"); return \"hello\";"));

        StandbyGrader.Graded graded = grade(Sources.in(module).greeting("return \"bye\";"));

        assertThat(graded.result().status()).isEqualTo(Status.FAILED);
        assertThat(graded.output()).isEmpty();
        assertThat(graded.defects()).isEmpty();
    }

    @Test
    @DisplayName("does not lose the worker to a save during its rehearsal")
    void savedMeanwhile() throws Exception {
        Path begun = references.resolve("begun");
        Path wanted = references.resolve("wanted");
        grader.prepare(rehearsal("""
                try {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "");
                } catch (java.io.IOException e) {
                    return "not begun";
                }
                while (!java.nio.file.Files.exists(java.nio.file.Path.of("%s"))) {
                    Thread.onSpinWait();
                }
                return "hello";""".formatted(begun, wanted)));
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(begun));
        long worker = living().findFirst().orElseThrow().pid();
        Sources sources =
                Sources.in(module).greeting("System.out.print(ProcessHandle.current().pid()); return \"hello\";");

        FutureTask<StandbyGrader.Graded> grading = new FutureTask<>(() -> grade(sources));
        Thread thread = Thread.ofPlatform().start(grading);
        // for the compiler it waits without a limit, for the verdict with one
        await().atMost(Duration.ofSeconds(30)).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        Files.createFile(wanted);

        assertThat(grading.get().output()).isEqualTo(String.valueOf(worker));
    }

    @Test
    @DisplayName("judges in another worker if the rehearsal fails, as a reference may that somebody has changed")
    void spoilt() throws InterruptedException {
        grader.prepare(rehearsal("System.exit(0); return \"\";"));
        await().atMost(Duration.ofSeconds(30)).until(() -> workers() == 0);

        assertThat(grade(Sources.in(module).greeting("return \"hello\";"))
                        .result()
                        .status())
                .isEqualTo(Status.SOLVED);
    }

    private Rehearsal rehearsal(String statements) {
        Submission reference = Sources.in(references).greeting(statements).submission();
        Path compiled = references.resolve("classes");
        compiled.toFile().mkdir();
        Compilation.compile(reference, ChildJvm.classes(), compiled);
        return Rehearsal.of(GreetChecks.class, compiled).orElseThrow();
    }

    @Test
    @DisplayName("does not mind another exercise that does not compile")
    void otherBroken() throws InterruptedException {
        Sources sources = Sources.in(module).greeting("return \"hello\";").parsing("return 1;");
        assertThat(grade(sources).result().status()).isEqualTo(Status.SOLVED);
    }

    @Test
    @DisplayName("lets an exercise use another exercise, and a class of the learner's own")
    void usesOther() throws InterruptedException {
        Sources sources = Sources.in(module)
                .greeting("return new twostoves.parallelism.Parse().parse() + Ending.LO;")
                .parsing("return \"hel\";")
                .with("twostoves.concurrency.Ending", """
                        package twostoves.concurrency;

                        final class Ending {
                            static final String LO = "lo";
                        }
                        """);
        assertThat(grade(sources).result().status()).isEqualTo(Status.SOLVED);
    }

    @Test
    @DisplayName("tells what does not compile")
    void broken() throws InterruptedException {
        StandbyGrader.Graded graded =
                grade(Sources.in(module).greeting("return 1;").parsing("return 1;"));
        assertThat(graded.result().status()).isEqualTo(Status.BROKEN);
        assertThat(graded.result().message())
                .isEqualTo("incompatible types: int cannot be converted to java.lang.String");
    }

    @Test
    @DisplayName("gives up when its thread is interrupted, and leaves no worker")
    void interrupted() throws InterruptedException {
        Submission submission = Sources.in(module)
                .greeting("while (true) { Thread.onSpinWait(); }")
                .submission();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean givenUp = new AtomicBoolean();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                begun.countDown();
                grader.grade(submission, GREET);
            } catch (InterruptedException e) {
                givenUp.set(true);
            }
        });
        begun.await();
        await().atMost(Duration.ofSeconds(30)).until(() -> workers() == 1);

        thread.interrupt();
        thread.join();

        assertThat(givenUp).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> workers() == 0);
        assertThat(grade(Sources.in(module).greeting("return \"hello\";"))
                        .result()
                        .status())
                .as("the compiler still works")
                .isEqualTo(Status.SOLVED);
    }
}
