package twostoves.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A stack frame")
class FrameTests {

    private static Frame in(String className) {
        return new Frame(className, "fetchAll", "FetchAll.java", 21);
    }

    @Test
    @DisplayName("is read as a dump prints it, with the module")
    void withModule() {
        assertThat(Frame.parse("java.base/java.lang.Thread.run(Thread.java:1474)"))
                .isEqualTo(new Frame("java.lang.Thread", "run", "Thread.java", 1474));
    }

    @Test
    @DisplayName("is read as a dump prints it, with loader, module and version")
    void withLoader() {
        assertThat(Frame.parse("app//org.tool@1.2/org.tool.Main.main(Main.java:7)"))
                .isEqualTo(new Frame("org.tool.Main", "main", "Main.java", 7));
    }

    @Test
    @DisplayName("is read without a module")
    void withoutModule() {
        assertThat(Frame.parse("twostoves.concurrency.FetchAll.fetchAll(FetchAll.java:21)"))
                .isEqualTo(in("twostoves.concurrency.FetchAll"));
    }

    @Test
    @DisplayName("is read with the names of a lambda and an inner class")
    void oddNames() {
        assertThat(Frame.parse("twostoves.concurrency.FetchAll$Task.lambda$run$0(FetchAll.java:9)"))
                .isEqualTo(new Frame("twostoves.concurrency.FetchAll$Task", "lambda$run$0", "FetchAll.java", 9));
    }

    @Test
    @DisplayName("is read with the name of a constructor")
    void constructor() {
        assertThat(Frame.parse("java.base/java.lang.Thread.<init>(Thread.java:5)"))
                .isEqualTo(new Frame("java.lang.Thread", "<init>", "Thread.java", 5));
    }

    @Test
    @DisplayName("of a native method has no line")
    void nativeMethod() {
        assertThat(Frame.parse("java.base/jdk.internal.misc.Unsafe.park(Native Method)")
                        .line())
                .isZero();
    }

    @Test
    @DisplayName("without debug information has neither file nor line")
    void unknownSource() {
        assertThat(Frame.parse("a.B.c()")).isEqualTo(new Frame("a.B", "c", "", 0));
    }

    @Test
    @DisplayName("is not read from anything else")
    void somethingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frame.parse("- locked <0x1>"))
                .withMessage("not a stack frame: - locked <0x1>");
    }

    @Test
    @DisplayName("is converted from the element of a stack trace")
    void element() {
        assertThat(Frame.of(new StackTraceElement("a.B", "c", "B.java", 3)))
                .isEqualTo(new Frame("a.B", "c", "B.java", 3));
    }

    @Test
    @DisplayName("has no file and line if the element has none")
    void elementWithoutFile() {
        assertThat(Frame.of(new StackTraceElement("a.B", "c", null, -2))).isEqualTo(new Frame("a.B", "c", "", 0));
    }

    @ParameterizedTest(name = "such as {0}")
    @ValueSource(
            strings = {
                "twostoves.concurrency.FetchAll",
                "twostoves.parallelism.SumOfSquares$Worker",
                "twostoves.sharing.Counter",
                "twostoves.choosing.deep.Below"
            })
    @DisplayName("is the learner's in the packages of the exercises")
    void learners(String className) {
        assertThat(in(className).isLearners()).isTrue();
    }

    @ParameterizedTest(name = "such as {0}")
    @ValueSource(strings = {"java.lang.Thread", "twostoves.kit.Range", "twostoves.concurrencyx.FetchAll", "FetchAll"})
    @DisplayName("is not the learner's anywhere else")
    void notLearners(String className) {
        assertThat(in(className).isLearners()).isFalse();
    }

    @Test
    @DisplayName("names its operation without the package")
    void operation() {
        assertThat(in("java.util.concurrent.CountDownLatch").operation()).isEqualTo("CountDownLatch.fetchAll");
    }

    @Test
    @DisplayName("names the operation of an inner class with dots")
    void operationOfInnerClass() {
        assertThat(in("java.util.Map$Entry").operation()).isEqualTo("Map.Entry.fetchAll");
    }

    @Test
    @DisplayName("names its place")
    void place() {
        assertThat(in("twostoves.concurrency.FetchAll").place()).isEqualTo("FetchAll.java:21");
    }
}
