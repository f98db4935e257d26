package twostoves.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A witness that asks the kernel")
class KernelWitnessTests {

    /** Whoever may write here chooses the number of the next task: the one after. */
    private static final Path LAST_NUMBER = Path.of("/proc/sys/kernel/ns_last_pid");

    /** Another process may be quicker, and keep one of the numbers. */
    private static final int OLD = 10;

    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void end() {
        over.countDown();
    }

    @Test
    @DisplayName("sees a thread that bears the number of one that was there before the run and has ended meanwhile")
    void numberBorneAgain() throws InterruptedException {
        assumeTrue(KernelWitness.isAvailable() && Files.isWritable(LAST_NUMBER), "numbers cannot be chosen here");
        CountDownLatch oldAreOver = new CountDownLatch(1);
        Queue<Integer> numbers = new ConcurrentLinkedQueue<>();
        List<Thread> old = IntStream.range(0, OLD)
                .mapToObj(i -> Thread.ofPlatform().daemon().name("old").start(() -> {
                    numbers.add(number());
                    awaitQuietly(oldAreOver);
                }))
                .toList();
        await().until(() -> numbers.size() == OLD);
        try (KernelWitness witness = new KernelWitness(new SubmissionThreads())) {
            witness.beginInstant();

            oldAreOver.countDown();
            for (Thread thread : old) {
                thread.join();
            }
            await().until(() ->
                    numbers.stream().noneMatch(number -> Files.exists(Path.of("/proc/self/task/" + number))));
            await().until(() -> numbers.stream().anyMatch(this::startedWithNumber));

            await().untilAsserted(
                            () -> assertThat(witness.spinning(Duration.ZERO)).contains("new"));
        }
    }

    @Test
    @DisplayName("knows that the JDK's cleaner, which holds locks of everybody's for moments, is awake")
    void cleanerAwake() {
        assumeTrue(KernelWitness.isAvailable(), "this kernel does not show its tasks");
        CountDownLatch begun = new CountDownLatch(1);
        // as the JDK's are, in the topmost group, and before the run
        new Thread(
                        SubmissionThreads.root(),
                        () -> {
                            begun.countDown();
                            while (over.getCount() > 0) {
                                Thread.onSpinWait();
                            }
                        },
                        "Common-Cleaner")
                .start();
        await().until(() -> begun.getCount() == 0);
        try (KernelWitness witness = new KernelWitness(new SubmissionThreads())) {
            witness.beginInstant();

            await().untilAsserted(
                            () -> assertThat(witness.spinning(Duration.ZERO)).contains("Common-Cleaner"));
        }
    }

    @Test
    @DisplayName("never takes a list of tasks that it cannot read for nobody awake")
    void unreadableList() {
        assumeTrue(KernelWitness.isAvailable(), "this kernel does not show its tasks");
        try (KernelWitness witness = new KernelWitness(new SubmissionThreads(), Path.of("no-such-directory"))) {
            List<Boolean> answers =
                    IntStream.range(0, 5).mapToObj(i -> witness.allAsleep()).toList();

            assertThat(answers).containsOnly(false);
        }
    }

    /** Starts a thread that spins; false, and the thread ends, if somebody else was given the number. */
    private boolean startedWithNumber(int number) {
        CompletableFuture<Integer> given = new CompletableFuture<>();
        try {
            Files.writeString(LAST_NUMBER, Integer.toString(number - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("new").start(() -> {
            given.complete(number());
            while (given.join() == number && over.getCount() > 0) {
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
            throw new UncheckedIOException(e);
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
