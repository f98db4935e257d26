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
import org.openjdk.jmh.infra.Blackhole;

/**
 * What the references of track 2 gain on the processors of this machine, beside a plain loop and a parallel stream that do
 * the same large piece of work.
 *
 * <p>{@code grader/speed-up} runs it, in short forks.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"--sun-misc-unsafe-memory-access=allow", "-XX:+UseParallelGC", "-Xms1g", "-Xmx1g", "-Xmn700m"})
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class SpeedUpBenchmark {

    static final int WORKERS = Runtime.getRuntime().availableProcessors();

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
     * As many loops at once as there are processors, with nothing to wait for: one of them took so long for each of its
     * shares, if it had been shared out without any loss.
     *
     * @param results where the results go, lest they be optimised away
     * @throws InterruptedException if JMH gives up
     */
    @Benchmark
    public void loops(Blackhole results) throws InterruptedException {
        Thread[] threads = new Thread[WORKERS];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().start(() -> results.consume(work.loop()));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /**
     * A parallel stream, on the common pool.
     *
     * @return the result, lest it be optimised away
     */
    @Benchmark
    public Object stream() {
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
