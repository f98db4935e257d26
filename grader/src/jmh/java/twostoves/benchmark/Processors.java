package twostoves.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Tells, on Linux, how much of the processors each iteration used, and how much of them everybody else used meanwhile. */
public final class Processors implements InternalProfiler {

    /** Processor time of this process for each operation, in milliseconds. */
    static final String OURS = "ours";

    /** Processor time of all others, the host of a virtual machine included, as a share of all there was. */
    static final String OTHERS = "others";

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** The kernel tells its times in hundredths of a second, whatever its own clock does. */
    private static final double NANOS_OF_A_TICK = 10_000_000;

    /**
     * Nanoseconds since the machine, or this process, began.
     *
     * @param all of all processors together
     */
    private record Times(double ours, double busy, double all) {

        static Times now() {
            try {
                // the processors together, in ticks: user nice system idle iowait irq softirq steal, and then parts of these
                double[] ticks = Arrays.stream(
                                Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +"))
                        .skip(1)
                        .limit(8)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                double all = Arrays.stream(ticks).sum();
                return new Times(
                        SYSTEM.getProcessCpuTime(),
                        (all - ticks[3] - ticks[4]) * NANOS_OF_A_TICK,
                        all * NANOS_OF_A_TICK);
            } catch (IOException noLinux) {
                throw new UncheckedIOException(noLinux);
            }
        }

        double othersShare() {
            return (busy - ours) / all;
        }

        Times since(Times before) {
            return new Times(ours - before.ours, busy - before.busy, all - before.all);
        }
    }

    /** More than this share of the processors for others, and the clock tells about them. */
    static final double QUIET = 0.05;

    private Times before;

    /**
     * Waits until others have left the processors alone for half a second.
     *
     * @throws InterruptedException if the current thread is interrupted
     */
    static void awaitQuiet() throws InterruptedException {
        double others;
        do {
            Times before = Times.now();
            TimeUnit.MILLISECONDS.sleep(500);
            others = Times.now().since(before).othersShare();
        } while (others > QUIET);
    }

    @Override
    public String getDescription() {
        return "who used the processors";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = Times.now();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        Times used = Times.now().since(before);
        double operations = result.getMetadata().getAllOps();
        return List.of(
                new ScalarResult(OURS, used.ours() / 1e6 / operations, "ms/op", AggregationPolicy.AVG),
                new ScalarResult(OTHERS, used.othersShare(), "of all", AggregationPolicy.AVG));
    }
}
