package twostoves.sharing.catalogue.wrong;

import static twostoves.sharing.catalogue.Steps.*;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;
import twostoves.contract.Program;
import twostoves.sharing.catalogue.Box;

/** Single steps that are safe, in sequences that are not. */
public final class Sequences {

    private Sequences() {}

    /** A volatile variable is counted up. */
    public static final class VolatileCount implements Program {
        private volatile int count;

        @Override
        public void run() throws Exception {
            together(3, number -> count++);
            demand(count == 3);
        }
    }

    /** An atomic number is read, and set later. */
    public static final class GetThenSet implements Program {
        @Override
        public void run() throws Exception {
            AtomicInteger count = new AtomicInteger();
            together(2, number -> count.set(count.get() + 1));
            demand(count.get() == 2);
        }
    }

    /** The last one is sold twice. */
    public static final class CheckThenAct implements Program {
        @Override
        public void run() throws Exception {
            AtomicInteger stock = new AtomicInteger(1);
            together(3, number -> {
                if (stock.get() > 0) {
                    stock.decrementAndGet();
                }
            });
            demand(stock.get() >= 0);
        }
    }

    /** A concurrent map is read, and put into later. */
    public static final class GetThenPut implements Program {
        @Override
        public void run() throws Exception {
            ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
            counts.put("soup", 0);
            together(2, number -> counts.put("soup", counts.get("soup") + 1));
            demand(counts.get("soup") == 2);
        }
    }

    /** The same through the interface, by virtual threads. */
    public static final class GetOrDefaultThenPut implements Program {
        @Override
        public void run() throws Exception {
            Map<String, Integer> counts = new ConcurrentHashMap<>();
            virtually(2, number -> counts.put("soup", counts.getOrDefault("soup", 0) + 1));
            demand(counts.get("soup") == 2);
        }
    }

    /** Two threads both find that there is nothing yet. */
    public static final class ContainsThenPut implements Program {
        @Override
        public void run() throws Exception {
            ConcurrentHashMap<String, Box> boxes = new ConcurrentHashMap<>();
            AtomicInteger made = new AtomicInteger();
            together(2, number -> {
                if (!boxes.containsKey("soup")) {
                    made.incrementAndGet();
                    boxes.put("soup", new Box());
                }
            });
            demand(made.get() == 1);
        }
    }

    /** A synchronised list is asked, and added to later. */
    public static final class ContainsThenAdd implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> list = Collections.synchronizedList(new ArrayList<>());
            together(3, number -> {
                for (int i = 0; i < 3; i++) {
                    if (!list.contains(i)) {
                        list.add(i);
                    }
                }
            });
            demand(list.size() == 3);
        }
    }

    /** Both methods are synchronised, the two together are not. */
    public static final class TwoSynchronizedSteps implements Program {
        private int total;

        private synchronized int get() {
            return total;
        }

        private synchronized void set(int now) {
            total = now;
        }

        @Override
        public void run() throws Exception {
            together(2, number -> set(get() + 1));
            demand(get() == 2);
        }
    }

    /** The lock is given back between reading and writing. */
    public static final class LockTakenTwice implements Program {
        @Override
        public void run() throws Exception {
            Lock lock = new ReentrantLock();
            Box box = new Box();
            together(2, number -> {
                lock.lock();
                int seen;
                try {
                    seen = box.value;
                } finally {
                    lock.unlock();
                }
                lock.lock();
                try {
                    box.value = seen + 1;
                } finally {
                    lock.unlock();
                }
            });
            demand(box.value == 2);
        }
    }

    /** A condition is not looked at again after the wait. */
    public static final class AwaitWithIf implements Program {
        @Override
        public void run() throws Exception {
            Lock lock = new ReentrantLock();
            Condition filled = lock.newCondition();
            Deque<Integer> items = new ArrayDeque<>();
            boolean[] empty = new boolean[2];
            Thread[] takers = new Thread[2];
            for (int i = 0; i < 2; i++) {
                int number = i;
                takers[i] = start(() -> {
                    lock.lock();
                    try {
                        if (items.isEmpty()) {
                            filled.await();
                        }
                        empty[number] = items.pollFirst() == null;
                    } finally {
                        lock.unlock();
                    }
                });
            }
            for (int i = 0; i < 2; i++) {
                lock.lock();
                try {
                    items.addLast(i);
                    filled.signalAll();
                } finally {
                    lock.unlock();
                }
            }
            for (Thread taker : takers) {
                taker.join();
            }
            demand(!empty[0] && !empty[1]);
        }
    }

    /** The same with a monitor. */
    public static final class WaitWithIf implements Program {
        private int items;

        private synchronized void put() {
            items++;
            notifyAll();
        }

        private synchronized boolean take() throws InterruptedException {
            if (items == 0) {
                wait();
            }
            items--;
            return items >= 0;
        }

        @Override
        public void run() throws Exception {
            boolean[] empty = new boolean[1];
            Thread taker = start(() -> empty[0] = !take());
            put();
            taker.join();
            demand(!empty[0]);
        }
    }

    /** The threads are taken to come in the order in which they were started. */
    public static final class OrderOfThreads implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> list = Collections.synchronizedList(new ArrayList<>());
            together(3, list::add);
            demand(list.equals(List.of(0, 1, 2)));
        }
    }

    /** A parallel stream is taken to keep the order of its side effects. */
    public static final class OrderOfAStream implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> list = Collections.synchronizedList(new ArrayList<>());
            IntStream.range(0, 8).parallel().forEach(list::add);
            demand(list.equals(List.of(0, 1, 2, 3, 4, 5, 6, 7)));
        }
    }
}
