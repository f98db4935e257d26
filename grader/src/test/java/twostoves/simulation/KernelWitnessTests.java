package twostoves.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A witness that asks the kernel")
class KernelWitnessTests {

    /** Whoever may write here chooses the number of the next task: the one after. */
    private static final Path LAST_NUMBER = Path.of("/proc/sys/kernel/ns_last_pid");

    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void end() {
        over.countDown();
    }

    @Test
    @DisplayName("sees a thread that bears the number of one that was there before the run and has ended meanwhile")
    void numberBorneAgain() throws InterruptedException {
        assumeTrue(KernelWitness.isAvailable() && Files.isWritable(LAST_NUMBER), "numbers cannot be chosen here");
        CountDownLatch oldIsOver = new CountDownLatch(1);
        CompletableFuture<Integer> oldNumber = new CompletableFuture<>();
        Thread old = Thread.ofPlatform().daemon().name("old").start(() -> {
            oldNumber.complete(number());
            awaitQuietly(oldIsOver);
        });
        int number = oldNumber.join();
        SubmissionThreads threads = new SubmissionThreads();
        try (KernelWitness witness = new KernelWitness(threads)) {
            witness.beginInstant();

            oldIsOver.countDown();
            old.join();
            await().until(() -> !Files.exists(Path.of("/proc/self/task/" + number)));
            await().until(() -> startedWithNumber(number, () -> over.getCount() > 0));

            await().untilAsserted(
                            () -> assertThat(witness.spinning(Duration.ZERO)).contains("new"));
        }
    }

    /** Starts a thread that spins; false, and the thread ends, if somebody else was given the number. */
    private static boolean startedWithNumber(int number, BooleanSupplier goOn) throws IOException {
        CompletableFuture<Integer> given = new CompletableFuture<>();
        Files.writeString(LAST_NUMBER, Integer.toString(number - 1));
        Thread.ofPlatform().daemon().name("new").start(() -> {
            given.complete(number());
            while (given.join() == number && goOn.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
        return given.join() == number;
    }

    private static int number() {
        try {
            return Integer.parseInt(Files.readSymbolicLink(Path.of("/proc/thread-self"))
                    .getFileName()
                    .toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
