package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;

/** Real workers, small submissions. */
@DisplayName("The grader")
class GraderTests {

    private static final Exercise GREET = Exercise.of(GreetChecks.class);
    private static final Exercise PARSE = Exercise.of(ParseChecks.class);

    @TempDir
    Path module;

    private final Options options = Options.standard().progress(this::note);
    private final List<String> printed = new ArrayList<>();

    private void note(ExerciseResult result, String output, List<String> defects) {
        printed.add(output);
    }

    private List<ExerciseResult> grade(Sources sources, Exercise... exercises) throws InterruptedException {
        return grade(sources, options, exercises);
    }

    private static List<ExerciseResult> grade(Sources sources, Options options, Exercise... exercises)
            throws InterruptedException {
        return new Grader(List.of(GreetChecks.class, ParseChecks.class))
                .grade(sources.submission(), List.of(exercises), options);
    }

    private static void assertFailed(ExerciseResult result, Diagnosis diagnosis, String message) {
        assertThat(result)
                .isEqualTo(ExerciseResult.whole(
                        result.exercise(), ExerciseResult.Status.FAILED, diagnosis, message, Optional.empty()));
    }

    @Test
    @DisplayName("gives a right solution all points, with the picture of its run")
    void solved() throws InterruptedException {
        ExerciseResult result =
                grade(Sources.in(module).greeting("return \"hello\";"), GREET).getFirst();

        assertThat(result.status()).isEqualTo(ExerciseResult.Status.SOLVED);
        assertThat(result.score()).isEqualTo(10);
        assertThat(result.checks().getFirst().picture()).contains(GreetChecks.PICTURE);
    }

    @Test
    @DisplayName("brings back everything that is known of a failure")
    void failed() throws InterruptedException {
        ExerciseResult result =
                grade(Sources.in(module).greeting("return \"bye\";"), GREET).getFirst();

        assertThat(result.status()).isEqualTo(ExerciseResult.Status.FAILED);
        assertThat(result.diagnosis()).contains(Diagnosis.WRONG_VALUES);
        CheckResult check = result.primaryFailure().orElseThrow();
        assertThat(check.check()).isEqualTo(GREET.checks().getFirst());
        assertThat(check.message()).isEqualTo("It said bye.");
        assertThat(check.place().orElseThrow().line()).isEqualTo(5);
        assertThat(check.picture()).contains(GreetChecks.PICTURE);
        assertThat(result.checks().getLast().message()).isEqualTo("\"says hello\" comes first");
    }

    @Test
    @DisplayName("returns results in the order asked for, unsolved and broken exercises too")
    void order() throws InterruptedException {
        List<ExerciseResult> results = grade(
                Sources.in(module).greeting("throw new twostoves.kit.Todo();").parsing("return 1;"), PARSE, GREET);

        assertThat(results)
                .extracting(ExerciseResult::status)
                .containsExactly(ExerciseResult.Status.BROKEN, ExerciseResult.Status.UNSOLVED);
        assertThat(results.getFirst().message())
                .isEqualTo("incompatible types: int cannot be converted to java.lang.String");
    }

    @Test
    @DisplayName("keeps what is printed, away from the verdict")
    void output() throws InterruptedException {
        Sources sources = Sources.in(module).greeting("""
                System.out.println("out");
                System.err.println("err");
                new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out)).print("no line end");
                return "hello";
                """);

        assertThat(grade(sources, GREET).getFirst().status()).isEqualTo(ExerciseResult.Status.SOLVED);
        assertThat(printed).containsExactly("out\nerr\n");
    }

    @Test
    @DisplayName("offers a submission no standard input")
    void input() throws InterruptedException {
        Sources sources = Sources.in(module).greeting("""
                try {
                    return System.in.read() == -1 ? "hello" : "something";
                } catch (java.io.IOException e) {
                    return e.toString();
                }
                """);

        assertThat(grade(sources, GREET).getFirst().status()).isEqualTo(ExerciseResult.Status.SOLVED);
    }

    @Test
    @DisplayName("survives System.exit, which costs that exercise alone")
    void exit() throws InterruptedException {
        List<ExerciseResult> results = grade(
                Sources.in(module).greeting("System.exit(0); return \"\";").parsing("return \"parsed\";"),
                GREET,
                PARSE);

        assertFailed(
                results.getFirst(),
                Diagnosis.KILLED_THE_PROCESS,
                "The process in which your code ran ended with exit code 0 before the checks did.");
        assertThat(results.getLast().status()).isEqualTo(ExerciseResult.Status.SOLVED);
    }

    @Test
    @DisplayName("survives a submission that takes all memory")
    void memory() throws InterruptedException {
        List<ExerciseResult> results =
                grade(Sources.in(module).greeting("""
                                java.util.List<byte[]> hoard = new java.util.ArrayList<>();
                                while (true) {
                                    hoard.add(new byte[1 << 24]);
                                }
                                """).parsing("return \"parsed\";"), GREET, PARSE);

        assertFailed(
                results.getFirst(),
                Diagnosis.OUT_OF_MEMORY,
                "Your code needed more than the 512 MB of memory that it may use.");
        assertThat(results.getLast().status()).isEqualTo(ExerciseResult.Status.SOLVED);
    }

    @Test
    @DisplayName("ends a process that gives no verdict")
    void limit() throws InterruptedException {
        List<ExerciseResult> results = new Grader(List.of(EndlessChecks.class, ParseChecks.class))
                .grade(
                        Sources.in(module).parsing("return \"parsed\";").submission(),
                        List.of(Exercise.of(EndlessChecks.class), PARSE),
                        options.limit(Duration.ofSeconds(15)));

        assertFailed(results.getFirst(), Diagnosis.NEVER_RETURNS, "Your code was still running after 15 s.");
        assertThat(results.getLast().status()).isEqualTo(ExerciseResult.Status.SOLVED);
    }

    @Test
    @DisplayName("keeps one process for exercises that are solved, and takes a new one after a failure")
    void processes() throws InterruptedException {
        String printProcess = "System.out.print(ProcessHandle.current().pid());";
        Sources solved = Sources.in(module)
                .greeting(printProcess + "return \"hello\";")
                .parsing(printProcess + "return \"parsed\";");
        grade(solved, GREET, PARSE);
        assertThat(printed).hasSize(2);
        assertThat(printed.getFirst()).isEqualTo(printed.getLast());

        printed.clear();
        grade(solved.greeting(printProcess + "return \"\";"), GREET, PARSE);
        assertThat(printed).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("takes a new process where a thread was left behind, though all is solved")
    void leftThread() throws InterruptedException {
        new Grader(List.of(LitteringChecks.class, ParseChecks.class))
                .grade(
                        Sources.in(module)
                                .parsing("System.out.print(ProcessHandle.current().pid()); return \"parsed\";")
                                .submission(),
                        List.of(PARSE, Exercise.of(LitteringChecks.class), PARSE),
                        options);

        assertThat(printed).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("tells a submission how many processors it has")
    void processors() throws InterruptedException {
        grade(
                Sources.in(module)
                        .greeting("System.out.print(Runtime.getRuntime().availableProcessors()); return \"hello\";"),
                options.processors(8),
                GREET);

        assertThat(printed).containsExactly("8");
    }

    @Test
    @DisplayName("shows a submission none of its environment")
    void environment() throws InterruptedException {
        grade(Sources.in(module).greeting("System.out.print(System.getenv(\"PATH\")); return \"hello\";"), GREET);

        assertThat(printed).containsExactly("null");
    }

    @Test
    @DisplayName("reports its own failure as an error that costs nothing")
    void fault() throws InterruptedException {
        Exercise faulty = Exercise.of(FaultyChecks.class);
        ExerciseResult result = new Grader(List.of(FaultyChecks.class))
                .grade(Sources.in(module).greeting("return \"hello\";").submission(), List.of(faulty), options)
                .getFirst();

        assertThat(result.status()).isEqualTo(ExerciseResult.Status.ERROR);
        assertThat(result.score()).isEqualTo(10);
        assertThat(result.message())
                .isEqualTo("The grader failed here, which costs you nothing: "
                        + "java.lang.IllegalStateException: the kitchen is closed");
    }

    @Test
    @DisplayName("gives full points for what the machine does not let tell, and says why")
    void notMeasured() throws InterruptedException {
        Exercise unmeasurable = Exercise.of(UnmeasurableChecks.class);
        ExerciseResult result = new Grader(List.of(UnmeasurableChecks.class))
                .grade(Sources.in(module).greeting("return \"\";").submission(), List.of(unmeasurable), options)
                .getFirst();

        assertThat(result.status()).isEqualTo(ExerciseResult.Status.SOLVED);
        assertThat(result.score()).isEqualTo(10);
        assertThat(result.checks())
                .extracting(CheckResult::status)
                .containsExactly(
                        CheckResult.Status.NOT_MEASURED, CheckResult.Status.NOT_MEASURED, CheckResult.Status.PASSED);
        assertThat(result.checks())
                .extracting(CheckResult::message)
                .containsExactly("There is no network here.", "There was a network here.", "");
    }

    @Test
    @DisplayName("counts a failure that cannot be repeated because its threads keep the processors busy")
    void busy() throws InterruptedException {
        ExerciseResult result = new Grader(List.of(BusyChecks.class))
                .grade(
                        Sources.in(module).greeting("return \"\";").submission(),
                        List.of(Exercise.of(BusyChecks.class)),
                        options)
                .getFirst();

        assertThat(result.status()).isEqualTo(ExerciseResult.Status.FAILED);
        assertThat(result.score()).isZero();
        assertThat(result.diagnosis()).contains(Diagnosis.BUSY_WAIT);
        assertThat(result.checks())
                .extracting(CheckResult::status)
                .containsExactly(CheckResult.Status.FAILED, CheckResult.Status.NOT_REACHED);
        assertThat(result.checks())
                .extracting(CheckResult::message)
                .containsExactly(
                        "It burns processor time.", "what an earlier check has left running keeps the processors busy");
    }
}
