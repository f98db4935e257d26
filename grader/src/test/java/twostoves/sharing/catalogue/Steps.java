package twostoves.sharing.catalogue;

import java.util.ArrayList;
import java.util.List;

/** What the programs of the catalogue do again and again. */
public final class Steps {

    private Steps() {}

    /** What a thread does. */
    @FunctionalInterface
    public interface Job {
        /** Does it. */
        void run() throws Exception;
    }

    /** What each of several threads does. */
    @FunctionalInterface
    public interface NumberedJob {
        /** Does the part of the thread with this number, from 0. */
        void run(int number) throws Exception;
    }

    /** Starts a platform thread. */
    public static Thread start(Job job) {
        return Thread.ofPlatform().daemon().start(() -> quietly(job));
    }

    /** Starts a virtual thread. */
    public static Thread startVirtual(Job job) {
        return Thread.ofVirtual().start(() -> quietly(job));
    }

    private static void quietly(Job job) {
        try {
            job.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets so many platform threads run, and waits for their end. */
    public static void together(int threads, NumberedJob job) throws InterruptedException {
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            started.add(start(() -> job.run(number)));
        }
        join(started);
    }

    /** Lets so many virtual threads run, and waits for their end. */
    public static void virtually(int threads, NumberedJob job) throws InterruptedException {
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            started.add(startVirtual(() -> job.run(number)));
        }
        join(started);
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Demands that something came out right. */
    public static void demand(boolean right) {
        if (!right) {
            throw new AssertionError("it came out wrong");
        }
    }
}
