package twostoves.choosing;

import java.util.concurrent.CompletableFuture;

/** Stands for code of a learner's: hands a task to the common pool, and nobody waits for it. */
public final class FireAndForget {

    private FireAndForget() {}

    public static void submit(Runnable task) {
        CompletableFuture.runAsync(() -> task.run());
    }
}
