package twostoves.racewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Without an agent: what rewritten code would call is called by hand, and nothing else orders the threads. */
@DisplayName("A recording")
class RecordingTests {

    private static final int SITE = Sites.add("Shelf", "put", "Shelf.java", 3, "Shelf.items", Deed.WRITE);

    private final Recording recording = Recording.start(Plan.undisturbed(1));
    private final Object shelf = new Object();
    private final Object lock = new Object();

    @AfterEach
    void stop() {
        recording.stop();
        Recording.forgetContention();
    }

    private static void onAnotherThread(Runnable action) {
        Thread thread = Thread.ofPlatform().name("another").start(action);
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("shows two writes that nothing orders")
    void writes() {
        onAnotherThread(() -> LearnerHooks.write(shelf, SITE));
        LearnerHooks.write(shelf, SITE);

        List<Conflict> conflicts = recording.conflicts();
        assertThat(conflicts).hasSize(1);
        Conflict conflict = conflicts.getFirst();
        assertThat(conflict.owner()).isSameAs(shelf);
        assertThat(conflict.kind()).isEqualTo(Conflict.Kind.FIELD);
        assertThat(conflict.firstThread()).isEqualTo("another");
        assertThat(conflict.firstWrites()).isTrue();
        assertThat(conflict.secondThread()).isEqualTo(Thread.currentThread().getName());
        assertThat(conflict.secondWrites()).isTrue();
    }

    @Test
    @DisplayName("shows a read and a later write, but not two reads")
    void reads() {
        onAnotherThread(() -> LearnerHooks.read(shelf, SITE));
        LearnerHooks.read(shelf, SITE);
        assertThat(recording.conflicts()).isEmpty();

        LearnerHooks.write(shelf, SITE);
        assertThat(recording.conflicts()).hasSize(1);
        assertThat(recording.conflicts().getFirst().firstWrites()).isFalse();
    }

    @Test
    @DisplayName("knows what was released before it was acquired, and nothing that came after")
    void order() {
        onAnotherThread(() -> {
            LearnerHooks.write(shelf, SITE);
            Hooks.release(lock);
            LearnerHooks.write(lock, SITE);
        });
        Hooks.acquire(lock);
        LearnerHooks.write(shelf, SITE);
        assertThat(recording.conflicts()).isEmpty();

        LearnerHooks.write(lock, SITE);
        assertThat(recording.conflicts()).hasSize(1);
    }

    @Test
    @DisplayName("tells elements of an array apart")
    void elements() {
        int[] array = new int[2];
        onAnotherThread(() -> LearnerHooks.writeElement(array, 0, SITE));
        LearnerHooks.writeElement(array, 1, SITE);
        assertThat(recording.conflicts()).isEmpty();

        LearnerHooks.writeElement(array, 0, SITE);
        assertThat(recording.conflicts())
                .singleElement()
                .extracting(Conflict::kind)
                .isEqualTo(Conflict.Kind.ELEMENT);
    }

    @Test
    @DisplayName("shows a circle of locks as soon as it is closed, and no longer than it is")
    void circle() {
        LearnerHooks.locking(shelf, SITE);
        LearnerHooks.locked(shelf, SITE);
        onAnotherThread(() -> {
            LearnerHooks.locking(lock, SITE);
            LearnerHooks.locked(lock, SITE);
            LearnerHooks.locking(shelf, SITE);
        });
        assertThat(recording.circle()).isEmpty();

        LearnerHooks.locking(lock, SITE);
        assertThat(recording.circle()).hasSize(2);
        assertThat(recording.hasCircularLockOrder()).isTrue();

        LearnerHooks.unlocking(shelf);
        assertThat(recording.circle()).isEmpty();
    }

    @Test
    @DisplayName("does not take for owned what a thread has given back while it waits")
    void givenBack() {
        LearnerHooks.locking(lock, SITE);
        LearnerHooks.locked(lock, SITE);
        LearnerHooks.locked(lock, SITE);
        LockTable locks = recording.locks();
        ThreadState thread = recording.current();

        assertThat(locks.releaseAll(thread, locks.of(lock))).isEqualTo(2);
        assertThat(locks.isTaken(locks.of(lock))).isFalse();
        locks.take(thread, locks.of(lock), 2, Sites.get(SITE));
        locks.release(thread, locks.of(lock));
        assertThat(locks.isTaken(locks.of(lock))).isTrue();
    }

    @Test
    @DisplayName("sees nothing once it is stopped")
    void stopped() {
        recording.stop();
        onAnotherThread(() -> LearnerHooks.write(shelf, SITE));
        LearnerHooks.write(shelf, SITE);

        assertThat(recording.conflicts()).isEmpty();
        assertThat(recording.events()).isZero();
    }
}
