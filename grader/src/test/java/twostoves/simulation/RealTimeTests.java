package twostoves.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A call in real time")
class RealTimeTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AtomicBoolean spinning = new AtomicBoolean(true);

    @AfterEach
    void quieten() {
        spinning.set(false);
    }

    @Test
    @DisplayName("is not made while a virtual thread of an earlier one keeps a carrier busy")
    void unquiet() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread left = Thread.startVirtualThread(() -> {
            begun.countDown();
            while (spinning.get()) {
                Thread.onSpinWait();
            }
        });
        begun.await();

        assertThatThrownBy(() -> RealTime.run(PATIENCE, false, () -> "made"))
                .isInstanceOf(UnquietProcessException.class);

        spinning.set(false);
        left.join();
        assertThat(RealTime.run(PATIENCE, false, () -> "made").value()).contains("made");
    }

    @Test
    @DisplayName("tells what the call returns")
    void value() throws InterruptedException {
        assertThat(RealTime.run(PATIENCE, true, () -> "soup").value()).contains("soup");
    }
}
