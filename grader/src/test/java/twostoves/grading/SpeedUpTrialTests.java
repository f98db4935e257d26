package twostoves.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.grading.SpeedUpTrial.Pair;
import twostoves.grading.SpeedUpTrial.Sample;

@DisplayName("What more workers gain")
class SpeedUpTrialTests {

    @Test
    @DisplayName("is the median of the pairs, with its spread, and how the work was divided")
    void figures() {
        List<Pair> pairs = List.of(pair(60, 60, 30, 31), pair(60, 60, 40, 30), pair(61, 60, 32, 30));

        assertThat(SpeedUpTrial.judge(2, pairs)).isEqualTo(SpeedUp.of(new SpeedUp.Figures(2, 3, 1.91, 1.5, 2.0, 2.0)));
    }

    @Test
    @DisplayName("is not told where the workers do not have a processor each")
    void busy() {
        String busy = "other programs kept the processors busy: threads that could run got one for 75 % of the time";
        List<Pair> alone = List.of(pair(90, 60, 45, 30), pair(80, 60, 45, 30), pair(60, 60, 45, 30));
        List<Pair> together = List.of(controlled(40), controlled(44), controlled(30));

        assertThat(SpeedUpTrial.judge(2, alone).notMeasured()).contains(busy);
        assertThat(SpeedUpTrial.judge(2, together).notMeasured()).contains(busy);
    }

    @Test
    @DisplayName("is not told where the pairs contradict one another")
    void unsteady() {
        List<Pair> pairs = List.of(pair(60, 60, 30, 30), pair(60, 60, 31, 30), pair(60, 60, 50, 30));

        assertThat(SpeedUpTrial.judge(2, pairs).notMeasured())
                .contains("the machine was not steady: 3 pairs of runs gave anything from 1.2 to 2.0 times as fast");
    }

    @Test
    @DisplayName("is not measured on one processor, or on nobody knows how many")
    void tooFew() {
        SpeedUpTrial<Object> trial = new SpeedUpTrial<>(null, null);

        assertThat(trial.measure(OptionalInt.of(1)).notMeasured())
                .contains("this machine has one processor, and there nothing gets faster");
        assertThat(trial.measure(OptionalInt.empty()).notMeasured())
                .contains("this system does not tell how many processors it has");
    }

    @Test
    @DisplayName("counts the processor time of each thread by itself")
    void meter() throws InterruptedException {
        Meter meter = new Meter(1_000);
        List<Thread> threads = Stream.of(3_000, 1_000)
                .map(units -> Thread.ofPlatform().start(() -> meter.weigh(units)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(meter.busiest()).isPositive();
        assertThat(meter.all()).isGreaterThan(meter.busiest());
    }

    @Test
    @DisplayName("needs the number of processors, which the kernel writes as a mask")
    void mask() {
        assertThat(Processors.inMask("\t3")).isEqualTo(2);
        assertThat(Processors.inMask("\tff,ffffffff")).isEqualTo(40);
        assertThat(Optional.of(Processors.count())).isNotEqualTo(Optional.of(OptionalInt.of(0)));
    }

    /** Milliseconds: alone by the clock and by the processor, together by the clock and the busiest of two. */
    private static Pair pair(double alone, double used, double together, double busiest) {
        return new Pair(new Sample(alone, used, used), new Sample(together, 60, busiest), new Sample(30, 60, 30));
    }

    /** The same of threads that wait for nothing but a processor. */
    private static Pair controlled(double elapsed) {
        return new Pair(new Sample(60, 60, 60), new Sample(45, 60, 30), new Sample(elapsed, 60, 30));
    }
}
