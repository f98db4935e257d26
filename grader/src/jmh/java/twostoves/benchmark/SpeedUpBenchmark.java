package twostoves.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the references of track 2 gain on the processors of this machine, beside a plain loop and a parallel stream that do
 * the same large piece of work.
 *
 * <p>{@code grader/speed-up} runs it; what came of that stands in {@code docs/speed-up.md}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class SpeedUpBenchmark {

    private static final int WORKERS = Runtime.getRuntime().availableProcessors();

    /** The exercise. */
    @Param
    public LargeWork work;

    /** Refuses to compare three pieces of work that are not the same. */
    @Setup
    public void compare() throws InterruptedException {
        Object due = work.loop();
        if (!work.isSame(due, work.parallelStream()) || !work.isSame(due, work.reference(WORKERS))) {
            throw new IllegalStateException(work + ": the three results differ");
        }
    }

    /**
     * One thread, a plain loop.
     *
     * @return the result, lest it be optimised away
     */
    @Benchmark
    public Object loop() {
        return work.loop();
    }

    /**
     * A parallel stream, on the common pool.
     *
     * @return the result, lest it be optimised away
     */
    @Benchmark
    public Object parallelStream() {
        return work.parallelStream();
    }

    /**
     * The reference solution, on as many workers as there are processors.
     *
     * @return the result, lest it be optimised away
     * @throws InterruptedException if JMH gives up
     */
    @Benchmark
    public Object reference() throws InterruptedException {
        return work.reference(WORKERS);
    }
}
