package twostoves.sharing.catalogue.stuck;

import static twostoves.sharing.catalogue.Steps.*;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import twostoves.contract.Program;

/** Threads that wait for something that nobody will do. */
public final class Standstills {

    private Standstills() {}

    /** A task of a pool of one waits for another task of the same pool. */
    public static final class NestedTask implements Program {
        @Override
        public void run() throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(1);
            pool.submit(() -> pool.submit(() -> 1).get()).get();
        }
    }

    /** A future that nobody completes. */
    public static final class NeverCompleted implements Program {
        @Override
        public void run() throws Exception {
            CompletableFuture<Integer> future = new CompletableFuture<>();
            start(() -> {
                if (future.isDone()) {
                    future.complete(1);
                }
            });
            future.get();
        }
    }

    /** A latch for three, and two who count down. */
    public static final class LatchTooHigh implements Program {
        @Override
        public void run() throws Exception {
            CountDownLatch latch = new CountDownLatch(3);
            for (int i = 0; i < 2; i++) {
                start(latch::countDown);
            }
            latch.await();
        }
    }

    /** A wait without a condition may come after its notification. */
    public static final class LostNotification implements Program {
        @Override
        public void run() throws Exception {
            Object lock = new Object();
            Thread thread = start(() -> {
                synchronized (lock) {
                    lock.wait();
                }
            });
            Thread.sleep(1);
            synchronized (lock) {
                lock.notify();
            }
            thread.join();
        }
    }

    /** A thread with the lock of readers wants that of writers. */
    public static final class UpgradedLock implements Program {
        @Override
        public void run() throws Exception {
            ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
            Thread thread = start(() -> {
                lock.readLock().lock();
                lock.writeLock().lock();
            });
            thread.join();
        }
    }

    /** A buffer that notifies one of several who wait for different things. */
    public static final class NotifyOne implements Program {
        private int items;

        private synchronized void put() throws InterruptedException {
            while (items == 1) {
                wait();
            }
            items++;
            notify();
        }

        private synchronized void take() throws InterruptedException {
            while (items == 0) {
                wait();
            }
            items--;
            notify();
        }

        @Override
        public void run() throws Exception {
            together(4, number -> {
                for (int i = 0; i < 4; i++) {
                    if (number < 2) {
                        put();
                    } else {
                        take();
                    }
                }
            });
        }
    }

    /** A barrier for three, and two who come. */
    public static final class BarrierTooWide implements Program {
        @Override
        public void run() throws Exception {
            CyclicBarrier barrier = new CyclicBarrier(3);
            together(2, number -> barrier.await());
        }
    }

    /** A permit that is lost when the work fails. */
    public static final class PermitNotGivenBack implements Program {
        @Override
        public void run() throws Exception {
            Semaphore semaphore = new Semaphore(1);
            together(2, number -> {
                semaphore.acquire();
                if (number >= 0) {
                    return;
                }
                semaphore.release();
            });
        }
    }

    /** Waits for a thread that needs the lock that the waiting one holds. */
    public static final class WaitInsideLock implements Program {
        @Override
        public void run() throws Exception {
            Object lock = new Object();
            Thread thread;
            synchronized (lock) {
                thread = start(() -> {
                    synchronized (lock) {
                        demand(true);
                    }
                });
                thread.join();
            }
        }
    }
}
