package twostoves.sharing.catalogue.right;

import static twostoves.sharing.catalogue.Steps.*;

import java.io.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import twostoves.contract.Program;
import twostoves.sharing.catalogue.Box;

/** Latches, barriers, phasers, semaphores, exchangers and queues. */
public final class SynchroniserPrograms {

    private SynchroniserPrograms() {}

    private static void handOver(BlockingQueue<Box> queue) throws InterruptedException {
        Box sum = new Box();
        Thread taker = start(() -> {
            for (int i = 0; i < 4; i++) {
                Box box = queue.take();
                box.value++;
                sum.value += box.value;
            }
        });
        for (int i = 0; i < 4; i++) {
            Box box = new Box();
            box.value = i;
            queue.put(box);
        }
        taker.join();
        demand(sum.value == 10);
    }

    /** A latch opens after something was written. */
    public static final class Latch implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            CountDownLatch latch = new CountDownLatch(1);
            start(() -> {
                box.value = 4;
                latch.countDown();
            });
            latch.await();
            demand(box.value == 4);
        }
    }

    /** Each thread reads what all wrote, between two barriers. */
    public static final class Barrier implements Program {
        @Override
        public void run() throws Exception {
            int[] written = new int[3];
            int[] sums = new int[3];
            CyclicBarrier barrier = new CyclicBarrier(3);
            together(3, number -> {
                written[number] = number + 1;
                barrier.await();
                for (int value : written) {
                    sums[number] += value;
                }
                barrier.await();
                written[number] = 0;
            });
            for (int sum : sums) {
                demand(sum == 6);
            }
        }
    }

    /** The action of a barrier runs between those before it and those after it. */
    public static final class BarrierAction implements Program {
        @Override
        public void run() throws Exception {
            int[] written = new int[2];
            Box total = new Box();
            CyclicBarrier barrier = new CyclicBarrier(2, () -> total.value = written[0] + written[1]);
            together(2, number -> {
                written[number] = number + 1;
                barrier.await();
                demand(total.value == 3);
            });
        }
    }

    /** A phaser parts writing from reading. */
    public static final class PhaserPhases implements Program {
        @Override
        public void run() throws Exception {
            int[] written = new int[3];
            Box total = new Box();
            Phaser phaser = new Phaser(3);
            together(3, number -> {
                written[number] = 1;
                phaser.arriveAndAwaitAdvance();
                if (number == 0) {
                    for (int value : written) {
                        total.value += value;
                    }
                }
                phaser.arriveAndDeregister();
            });
            demand(total.value == 3);
        }
    }

    /** Two threads swap what they made. */
    public static final class Exchange implements Program {
        @Override
        public void run() throws Exception {
            Exchanger<Box> exchanger = new Exchanger<>();
            Box told = new Box();
            together(2, number -> {
                Box mine = new Box();
                mine.value = number + 1;
                Box theirs = exchanger.exchange(mine);
                theirs.value++;
                if (number == 1) {
                    told.value = theirs.value;
                }
            });
            demand(told.value == 2);
        }
    }

    /** A semaphore of one permit keeps others out. */
    public static final class SemaphoreAsLock implements Program {
        @Override
        public void run() throws Exception {
            Semaphore semaphore = new Semaphore(1);
            Box box = new Box();
            together(3, number -> {
                for (int i = 0; i < 3; i++) {
                    semaphore.acquire();
                    try {
                        box.value++;
                    } finally {
                        semaphore.release();
                    }
                }
            });
            demand(box.value == 9);
        }
    }

    /** A bounded queue. */
    public static final class ArrayQueue implements Program {
        @Override
        public void run() throws Exception {
            handOver(new ArrayBlockingQueue<>(1));
        }
    }

    /** A queue of linked nodes. */
    public static final class LinkedQueue implements Program {
        @Override
        public void run() throws Exception {
            handOver(new LinkedBlockingQueue<>());
        }
    }

    /** A bounded deque. */
    public static final class LinkedDeque implements Program {
        @Override
        public void run() throws Exception {
            handOver(new LinkedBlockingDeque<>(2));
        }
    }

    /** A queue without any room. */
    public static final class DirectHandOver implements Program {
        @Override
        public void run() throws Exception {
            handOver(new SynchronousQueue<>());
        }
    }

    /** A transfer queue. */
    public static final class TransferQueueHandOver implements Program {
        @Override
        public void run() throws Exception {
            handOver(new LinkedTransferQueue<>());
        }
    }

    /** A queue that sorts. */
    public static final class PriorityQueueHandOver implements Program {
        @Override
        public void run() throws Exception {
            handOver(new PriorityBlockingQueue<>(4, Comparator.comparingInt(any -> 0)));
        }
    }

    /** A concurrent queue that is asked again and again. */
    public static final class QueueWithoutWaiting implements Program {
        @Override
        public void run() throws Exception {
            ConcurrentLinkedQueue<Box> queue = new ConcurrentLinkedQueue<>();
            Box sum = new Box();
            Thread taker = start(() -> {
                int taken = 0;
                while (taken < 4) {
                    Box box = queue.poll();
                    if (box == null) {
                        Thread.onSpinWait();
                    } else {
                        sum.value += box.value;
                        taken++;
                    }
                }
            });
            for (int i = 0; i < 4; i++) {
                Box box = new Box();
                box.value = i;
                queue.add(box);
            }
            taker.join();
            demand(sum.value == 6);
        }
    }

    /** Virtual threads hand over through a bounded queue. */
    public static final class QueueBetweenVirtualThreads implements Program {
        @Override
        public void run() throws Exception {
            BlockingQueue<Box> queue = new ArrayBlockingQueue<>(1);
            Box sum = new Box();
            Thread taker = startVirtual(() -> {
                for (int i = 0; i < 5; i++) {
                    Box box = queue.take();
                    box.value++;
                    sum.value += box.value;
                }
            });
            Thread giver = startVirtual(() -> {
                for (int i = 0; i < 5; i++) {
                    Box box = new Box();
                    box.value = i;
                    queue.put(box);
                }
            });
            giver.join();
            taker.join();
            demand(sum.value == 15);
        }
    }

    /** The last item says that there is no more. */
    public static final class PoisonPill implements Program {
        @Override
        public void run() throws Exception {
            BlockingQueue<String> queue = new LinkedBlockingQueue<>();
            List<String> taken = new ArrayList<>();
            Thread taker = start(() -> {
                String item = queue.take();
                while (!item.equals("stop")) {
                    taken.add(item);
                    item = queue.take();
                }
            });
            queue.put("soup");
            queue.put("bread");
            queue.put("stop");
            taker.join();
            demand(taken.size() == 2);
        }
    }

    /** Bytes flow from one thread to another. */
    public static final class Pipe implements Program {
        @Override
        public void run() throws Exception {
            PipedInputStream in = new PipedInputStream();
            PipedOutputStream out = new PipedOutputStream(in);
            Box box = new Box();
            Thread writer = start(() -> {
                box.value = 5;
                out.write(1);
                out.close();
            });
            demand(in.read() == 1);
            demand(box.value == 5);
            writer.join();
        }
    }

    /** A publisher calls its subscriber once at a time. */
    public static final class Publisher implements Program {
        @Override
        public void run() throws Exception {
            Box sum = new Box();
            CountDownLatch done = new CountDownLatch(1);
            try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
                publisher.consume(item -> sum.value += item).thenRun(done::countDown);
                for (int i = 1; i <= 4; i++) {
                    publisher.submit(i);
                }
            }
            done.await();
            demand(sum.value == 10);
        }
    }
}
