package twostoves.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static twostoves.evidence.TimelineAssert.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A simulation on a machine whose kernel cannot be asked")
class PortableWitnessTests {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final List<String> PATHS = List.of("/0", "/1", "/2");

    private final Simulation simulation = new Simulation(Settings.STANDARD, PortableWitness::new, Watchdog.standard());

    private SimulatedApi api() {
        Map<String, SimulatedApi.Reply> replies = new LinkedHashMap<>();
        PATHS.forEach(path -> replies.put(path, SimulatedApi.Reply.of(SECOND.multipliedBy(3), path)));
        return new SimulatedApi(simulation, replies);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(SimulationTests.Way.class)
    @DisplayName("takes three seconds for three requests of three seconds, however they are made at once")
    void together(SimulationTests.Way way) {
        SimulatedApi api = api();
        Run<Boolean> run = simulation.run(() -> {
            way.fetch(api, PATHS);
            return true;
        });

        assertThat(run.value()).contains(true);
        assertThat(run.timeline()).hasMakespan(SECOND.multipliedBy(3));
    }

    @Test
    @DisplayName("takes nine seconds for them one after another")
    void oneAfterAnother() {
        SimulatedApi api = api();
        Run<Integer> run = simulation.run(() -> {
            for (String path : PATHS) {
                api.get(path);
            }
            return PATHS.size();
        });

        assertThat(run.value()).contains(3);
        assertThat(run.timeline()).hasMakespan(SECOND.multipliedBy(9));
    }

    @Test
    @DisplayName("leaves nothing behind if the call does not")
    void leftovers() {
        Simulation looking =
                new Simulation(Settings.STANDARD.findingLeftovers(), PortableWitness::new, Watchdog.standard());
        Run<Integer> run = looking.run(() -> 1);

        assertThat(run.leftovers()).isEmpty();
        assertThat(run.leftNothing()).isTrue();
    }

    @Test
    @DisplayName("tells a deadlock, and who waits")
    void deadlock() {
        Run<Integer> run = simulation.run(() -> {
            new CountDownLatch(1).await();
            return 0;
        });

        assertThat(run.end()).isEqualTo(Run.End.DEADLOCKED);
        assertThat(run.stalled()).anyMatch(stall -> stall.thread().isCaller());
    }

    @Test
    @DisplayName("lets a call return that spins until an answer is there, and names who span")
    void spinning() {
        SimulatedApi api = api();
        Run<Boolean> run = simulation.run(() -> {
            Thread fetcher = Thread.ofVirtual().start(() -> {
                try {
                    api.get("/0");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            while (fetcher.isAlive() && !Thread.interrupted()) {
                Thread.onSpinWait();
            }
            return fetcher.isAlive();
        });

        assertThat(run.value()).contains(false);
        assertThat(run.spinning()).containsExactly("caller");
        assertThat(run.timeline()).hasMakespan(SECOND.multipliedBy(3));
    }
}
