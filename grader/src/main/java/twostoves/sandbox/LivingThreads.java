package twostoves.sandbox;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the platform threads that somebody other than the JDK started and that have not ended. */
final class LivingThreads {

    private LivingThreads() {}

    static Set<Thread> now() {
        // threads that the JDK shares among everybody are in groups of its own, with these exceptions
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        Thread[] found = new Thread[group.activeCount() + 64];
        int count = group.enumerate(found, true);
        return Arrays.stream(found, 0, count)
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool.commonPool-"))
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool-delayScheduler"))
                .filter(thread -> !thread.getName().startsWith("CompletableFutureDelayScheduler"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
