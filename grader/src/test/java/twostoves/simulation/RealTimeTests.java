package twostoves.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A call in real time")
class RealTimeTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AtomicBoolean spinning = new AtomicBoolean(true);

    @AfterEach
    void quieten() {
        spinning.set(false);
    }

    private void spin() {
        while (spinning.get()) {
            Thread.onSpinWait();
        }
    }

    static Stream<Arguments> left() {
        return Stream.of(
                Arguments.of("virtual threads", (Executor) Thread::startVirtualThread),
                Arguments.of("the common pool", (Executor) ForkJoinPool.commonPool()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("left")
    @DisplayName("is not made while an earlier one keeps a worker busy of")
    void unquiet(String name, Executor workers) throws InterruptedException {
        CompletableFuture<Void> left = CompletableFuture.runAsync(this::spin, workers);

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
