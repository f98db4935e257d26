package twostoves.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link SpeedUpBenchmark} round after round, and prints a table of medians. */
final class SpeedUp {

    /** Fewer quiet samples say nothing. */
    private static final int LEAST = 4;

    private static final List<String> WAYS = List.of("loop", "reference", "stream", "loops");

    private SpeedUp() {}

    /**
     * Measures.
     *
     * @param args the file for the samples, the number of rounds, and a regular expression for the names of the works
     * @throws IOException if the file cannot be written
     * @throws RunnerException if JMH cannot measure
     * @throws InterruptedException if the current thread is interrupted
     */
    public static void main(String[] args) throws IOException, RunnerException, InterruptedException {
        Path file = Path.of(args[0]);
        List<LargeWork> works = Arrays.stream(LargeWork.values())
                .filter(work -> Pattern.matches(args[2], work.name()))
                .toList();
        for (int round = 0; round < Integer.parseInt(args[1]); round++) {
            for (LargeWork work : works) {
                for (String way : WAYS) {
                    Processors.awaitQuiet();
                    measure(work, way, file);
                }
            }
        }
        List<Sample> samples = Files.readAllLines(file).stream().map(Sample::parse).toList();
        System.out.println("| work | loop | loops at once, each share | parallel stream | reference"
                + " | reference beside the stream | gain | of what the machine can gain | processor time beside the loop |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        works.forEach(work -> System.out.println(row(work, samples)));
    }

    private static void measure(LargeWork work, String way, Path file) throws IOException, RunnerException {
        var options = new OptionsBuilder()
                .include(SpeedUpBenchmark.class.getName() + "." + way + "$")
                .param("work", work.name())
                .addProfiler(Processors.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        List<String> lines =
                Sample.of(work, new Runner(options).run()).map(Sample::line).toList();
        Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String row(LargeWork work, List<Sample> samples) {
        Figures loop = Figures.of(work, "loop", 1, samples);
        Figures share = Figures.of(work, "loops", SpeedUpBenchmark.WORKERS, samples);
        Figures stream = Figures.of(work, "stream", 1, samples);
        Figures reference = Figures.of(work, "reference", 1, samples);
        if (Math.min(Math.min(loop.count, share.count), Math.min(stream.count, reference.count)) < LEAST) {
            return "| " + work + " | too few quiet samples: " + loop.count + ", " + share.count + ", " + stream.count + ", "
                    + reference.count + " |";
        }
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %.2f | %.2f | %.0f %% | %.2f |",
                work,
                loop,
                share,
                stream,
                reference,
                reference.millis / stream.millis,
                loop.millis / reference.millis,
                100 * share.millis / reference.millis,
                reference.processorMillis / loop.processorMillis);
    }

    /** Medians of the quiet samples, and the quartiles of the time by the clock. */
    private record Figures(int count, double millis, double lower, double upper, double processorMillis) {

        static Figures of(LargeWork work, String way, int shares, List<Sample> samples) {
            List<Sample> quiet = samples.stream()
                    .filter(sample -> sample.work() == work && sample.way().equals(way) && sample.isQuiet())
                    .toList();
            return new Figures(
                    quiet.size(),
                    quantile(0.5, quiet, Sample::millis) / shares,
                    quantile(0.25, quiet, Sample::millis) / shares,
                    quantile(0.75, quiet, Sample::millis) / shares,
                    quantile(0.5, quiet, Sample::processorMillis) / shares);
        }

        private static double quantile(double quantile, List<Sample> samples, ToDoubleFunction<Sample> figure) {
            double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
            return sorted.length == 0 ? Double.NaN : sorted[(int) (quantile * (sorted.length - 1))];
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", millis, lower, upper);
        }
    }
}
