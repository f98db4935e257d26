package twostoves.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What one iteration came to.
 *
 * @param way the name of the benchmark's method
 * @param millis how long an operation took by the clock
 * @param processorMillis what it used of all processors
 * @param others what all other programs used meanwhile, as a share of all processors
 */
record Sample(LargeWork work, String way, double millis, double processorMillis, double others) {

    boolean isQuiet() {
        return others <= Processors.QUIET;
    }

    static Stream<Sample> of(LargeWork work, Collection<RunResult> results) {
        return results.stream()
                .flatMap(result -> result.getBenchmarkResults().stream())
                .flatMap(result -> result.getIterationResults().stream())
                .map(result -> of(work, result));
    }

    private static Sample of(LargeWork work, IterationResult result) {
        String benchmark = result.getBenchmarkParams().getBenchmark();
        return new Sample(
                work,
                benchmark.substring(benchmark.lastIndexOf('.') + 1),
                result.getPrimaryResult().getScore(),
                result.getSecondaryResults().get(Processors.OURS).getScore(),
                result.getSecondaryResults().get(Processors.OTHERS).getScore());
    }

    static Sample parse(String line) {
        String[] fields = line.split(",");
        return new Sample(
                LargeWork.valueOf(fields[0]),
                fields[1],
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]));
    }

    String line() {
        return String.format(Locale.ROOT, "%s,%s,%.3f,%.3f,%.3f", work, way, millis, processorMillis, others);
    }
}
