package twostoves.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A conductor")
class ConductorTests {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicReference<Thread> sleeper = new AtomicReference<>();
    private final Conductor conductor = new Conductor(Settings.STANDARD, Believer::new, Watchdog.standard());

    /** Believes Java, for which a thread waits until it runs again. Asked who spins, it lets the sleeper get up. */
    private final class Believer implements Witness {

        private final SubmissionThreads threads;

        Believer(SubmissionThreads threads) {
            this.threads = threads;
        }

        @Override
        public boolean allAsleep() {
            return threads.noneRunnable();
        }

        @Override
        public boolean needsAcknowledgement() {
            return false;
        }

        @Override
        public Duration deadlockGrace() {
            return Duration.ZERO;
        }

        @Override
        public void beginInstant() {}

        @Override
        public List<String> spinning(Duration limit) {
            LockSupport.unpark(sleeper.getAndSet(null));
            return List.of();
        }

        @Override
        public void disregardSpinning() {}

        @Override
        public void close() {}
    }

    @Test
    @DisplayName("waits for a thread that it has woken and that has not got a processor yet, whatever its witness says")
    void wokenThreadThatDoesNotRunYet() {
        Run<String> run = conductor.run(() -> {
            Event event = new Event(Event.Effect.WAKE, Thread.currentThread(), null, null, 0, SECOND);
            sleeper.set(Thread.currentThread());
            LockSupport.setCurrentBlocker(event);
            conductor.handIn(event);
            while (sleeper.get() != null) {
                LockSupport.park();
            }
            LockSupport.setCurrentBlocker(null);
            return "up";
        });

        assertThat(run.end()).isEqualTo(Run.End.RETURNED);
        assertThat(run.value()).contains("up");
        assertThat(run.timeline().makespan()).isEqualTo(SECOND);
    }
}
