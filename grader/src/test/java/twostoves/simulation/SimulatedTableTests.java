package twostoves.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.evidence.Span;

/**
 * Holds the table to the simulation. The explainer in {@code docs} computes its pictures by a model of its own, which the
 * tests in the browser hold to the same table.
 */
@DisplayName("The table that the explainer's model is tested against")
class SimulatedTableTests {

    private static final Path TABLE = Path.of("grader", "src", "browser", "simulated.csv");
    private static final String HEAD = "tasks,waiting,computing,cores,threads,limit,makespan,busy";
    private static final Duration QUANTUM = Duration.ofSeconds(1);

    /** Tasks that each wait and then compute; all times in milliseconds. */
    private record Work(int tasks, long waiting, long computing, int cores, int threads, int limit) {

        static Work of(String row) {
            long[] values = Stream.of(row.split(",")).mapToLong(Long::parseLong).toArray();
            return new Work((int) values[0], values[1], values[2], (int) values[3], (int) values[4], (int) values[5]);
        }

        String simulated() {
            Simulation simulation =
                    new Simulation(Settings.STANDARD.cores(cores).quantum(QUANTUM));
            Run<Integer> run = simulation.run(() -> {
                Semaphore places = new Semaphore(limit, true);
                try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                    List<Future<?>> all = new ArrayList<>();
                    for (int task = 0; task < tasks; task++) {
                        int item = task;
                        all.add(pool.submit(() -> {
                            doOne(item, places, simulation);
                            return item;
                        }));
                    }
                    for (Future<?> one : all) {
                        one.get();
                    }
                    return all.size();
                }
            });
            long busy = run.timeline().spans().stream()
                    .filter(span -> span.activity() == Span.Activity.COMPUTING)
                    .mapToLong(Span::length)
                    .sum();
            long makespan = run.timeline().makespan();
            return String.join(
                    ",",
                    LongStream.of(
                                    tasks,
                                    waiting,
                                    computing,
                                    cores,
                                    threads,
                                    limit,
                                    Duration.ofNanos(makespan).toMillis(),
                                    Duration.ofNanos(busy).toMillis())
                            .mapToObj(Long::toString)
                            .toList());
        }

        private void doOne(int item, Semaphore places, Simulation simulation) throws InterruptedException {
            if (waiting > 0) {
                places.acquire();
                try {
                    simulation.awaitAnswer("task", item, Duration.ofMillis(waiting), Span.Ending.COMPLETED);
                } finally {
                    places.release();
                }
            }
            if (computing > 0) {
                simulation.compute("task", item, Duration.ofMillis(computing));
            }
        }
    }

    @Test
    @DisplayName("holds what the simulation makes of each case")
    void holds() throws IOException {
        Path repository = Path.of(Objects.requireNonNull(System.getProperty("kata.repository"), "kata.repository"));
        List<String> table = Files.readAllLines(repository.resolve(TABLE));
        List<String> cases = table.subList(1, table.size());

        assertThat(table.getFirst()).isEqualTo(HEAD);
        assertThat(cases).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        assertThat(cases)
                .containsExactlyElementsOf(
                        cases.stream().map(row -> Work.of(row).simulated()).toList());
    }
}
