package twostoves.sharing.catalogue.right;

import static twostoves.sharing.catalogue.Steps.*;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import twostoves.contract.Program;
import twostoves.sharing.catalogue.Box;

/** Monitors and locks. */
public final class LockPrograms {

    private LockPrograms() {}

    /** Methods that exclude each other. */
    public static final class SynchronizedMethods implements Program {
        private int total;

        private synchronized void add() {
            total++;
        }

        @Override
        public void run() throws Exception {
            together(3, number -> add());
            demand(total == 3);
        }
    }

    /** Static methods that exclude each other. */
    public static final class SynchronizedStatics implements Program {
        private static synchronized void add(Box box) {
            box.value++;
        }

        @Override
        public void run() throws Exception {
            Box box = new Box();
            together(3, number -> add(box));
            demand(box.value == 3);
        }
    }

    /** Virtual threads take a lock in turn. */
    public static final class LockOfVirtualThreads implements Program {
        @Override
        public void run() throws Exception {
            Lock lock = new ReentrantLock();
            Box box = new Box();
            virtually(6, number -> {
                for (int i = 0; i < 3; i++) {
                    lock.lock();
                    try {
                        box.value++;
                    } finally {
                        lock.unlock();
                    }
                }
            });
            demand(box.value == 18);
        }
    }

    /** Virtual threads take a monitor in turn. */
    public static final class MonitorOfVirtualThreads implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            virtually(6, number -> {
                synchronized (box) {
                    box.value++;
                }
            });
            demand(box.value == 6);
        }
    }

    /** Readers share a lock, a writer has it alone. */
    public static final class ReadersAndWriters implements Program {
        @Override
        public void run() throws Exception {
            ReadWriteLock lock = new ReentrantReadWriteLock();
            Map<Integer, Integer> squares = new HashMap<>();
            together(3, number -> {
                lock.writeLock().lock();
                try {
                    squares.put(number, number * number);
                } finally {
                    lock.writeLock().unlock();
                }
                lock.readLock().lock();
                try {
                    demand(squares.get(number) == number * number);
                } finally {
                    lock.readLock().unlock();
                }
            });
        }
    }

    /** A stamped lock, read without locking and then checked. */
    public static final class Stamped implements Program {
        @Override
        public void run() throws Exception {
            StampedLock lock = new StampedLock();
            Box x = new Box();
            Box y = new Box();
            Thread writer = start(() -> {
                for (int i = 1; i <= 3; i++) {
                    long stamp = lock.writeLock();
                    try {
                        x.value = i;
                        y.value = i;
                    } finally {
                        lock.unlockWrite(stamp);
                    }
                }
            });
            Thread reader = start(() -> {
                for (int i = 0; i < 3; i++) {
                    long stamp = lock.tryOptimisticRead();
                    int a = x.value;
                    int b = y.value;
                    if (!lock.validate(stamp)) {
                        stamp = lock.readLock();
                        try {
                            a = x.value;
                            b = y.value;
                        } finally {
                            lock.unlockRead(stamp);
                        }
                    }
                    demand(a == b);
                }
            });
            writer.join();
            reader.join();
        }
    }

    /** A lock that is tried, with and without patience. */
    public static final class TryLock implements Program {
        @Override
        public void run() throws Exception {
            ReentrantLock lock = new ReentrantLock();
            Box box = new Box();
            together(3, number -> {
                while (!lock.tryLock()) {
                    Thread.onSpinWait();
                }
                try {
                    box.value++;
                } finally {
                    lock.unlock();
                }
                while (!lock.tryLock(10, TimeUnit.MILLISECONDS)) {
                    Thread.onSpinWait();
                }
                try {
                    box.value++;
                } finally {
                    lock.unlock();
                }
                lock.lockInterruptibly();
                try {
                    box.value++;
                } finally {
                    lock.unlock();
                }
            });
            demand(box.value == 9);
        }
    }

    /** A lock made of an atomic flag. */
    public static final class SpinLock implements Program {
        @Override
        public void run() throws Exception {
            AtomicBoolean taken = new AtomicBoolean();
            Box box = new Box();
            together(3, number -> {
                while (!taken.compareAndSet(false, true)) {
                    Thread.onSpinWait();
                }
                box.value++;
                taken.set(false);
            });
            demand(box.value == 3);
        }
    }

    /** A condition is awaited in a loop. */
    public static final class ConditionOfALock implements Program {
        @Override
        public void run() throws Exception {
            Lock lock = new ReentrantLock();
            Condition filled = lock.newCondition();
            Box box = new Box();
            Thread waiting = start(() -> {
                lock.lock();
                try {
                    while (box.value == 0) {
                        filled.await();
                    }
                    box.value++;
                } finally {
                    lock.unlock();
                }
            });
            lock.lock();
            try {
                box.value = 1;
                filled.signal();
            } finally {
                lock.unlock();
            }
            waiting.join();
            demand(box.value == 2);
        }
    }

    /** A wait in a loop, between a platform thread and a virtual one. */
    public static final class WaitAndNotifyAll implements Program {
        @Override
        public void run() throws Exception {
            Object lock = new Object();
            Box box = new Box();
            Thread waiting = start(() -> {
                synchronized (lock) {
                    while (box.value == 0) {
                        lock.wait();
                    }
                    box.value++;
                }
            });
            Thread notifying = startVirtual(() -> {
                synchronized (lock) {
                    box.value = 1;
                    lock.notifyAll();
                }
            });
            waiting.join();
            notifying.join();
            demand(box.value == 2);
        }
    }

    /** A wait with a limit, in a loop until the deadline. */
    public static final class WaitWithALimit implements Program {
        @Override
        public void run() throws Exception {
            Object lock = new Object();
            Box box = new Box();
            Thread waiting = start(() -> {
                synchronized (lock) {
                    long end = System.nanoTime() + 50_000_000;
                    while (box.value == 0 && System.nanoTime() < end) {
                        lock.wait(5);
                    }
                }
            });
            synchronized (lock) {
                box.value = 1;
                lock.notify();
            }
            waiting.join();
        }
    }

    /** The same wait, with the limit in a unit of one's choice: it gives back the monitor inside the JDK's code. */
    public static final class TimedWaitOfAUnit implements Program {
        @Override
        public void run() throws Exception {
            Object lock = new Object();
            Box box = new Box();
            Thread waiting = start(() -> {
                synchronized (lock) {
                    while (box.value == 0) {
                        TimeUnit.MICROSECONDS.timedWait(lock, 5_500);
                    }
                }
            });
            synchronized (lock) {
                box.value = 1;
                lock.notify();
            }
            waiting.join();
        }
    }

    /** A bounded buffer with wait and notifyAll. */
    public static final class BufferWithMonitor implements Program {
        private int item;

        private synchronized void put(int next) throws InterruptedException {
            while (item != 0) {
                wait();
            }
            item = next;
            notifyAll();
        }

        private synchronized int take() throws InterruptedException {
            while (item == 0) {
                wait();
            }
            int taken = item;
            item = 0;
            notifyAll();
            return taken;
        }

        @Override
        public void run() throws Exception {
            Box sum = new Box();
            Thread taker = start(() -> {
                for (int i = 0; i < 4; i++) {
                    sum.value += take();
                }
            });
            Thread giver = start(() -> {
                for (int i = 1; i <= 4; i++) {
                    put(i);
                }
            });
            giver.join();
            taker.join();
            demand(sum.value == 10);
        }
    }

    /** A bounded buffer with two conditions, two givers and two takers. */
    public static final class BufferWithConditions implements Program {
        private final Lock lock = new ReentrantLock();
        private final Condition notEmpty = lock.newCondition();
        private final Condition notFull = lock.newCondition();
        private final Deque<Integer> items = new ArrayDeque<>();

        private void put(int item) throws InterruptedException {
            lock.lock();
            try {
                while (items.size() == 1) {
                    notFull.await();
                }
                items.addLast(item);
                notEmpty.signal();
            } finally {
                lock.unlock();
            }
        }

        private int take() throws InterruptedException {
            lock.lock();
            try {
                while (items.isEmpty()) {
                    notEmpty.await();
                }
                int item = items.removeFirst();
                notFull.signal();
                return item;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void run() throws Exception {
            int[] sums = new int[2];
            together(4, number -> {
                for (int i = 0; i < 4; i++) {
                    if (number < 2) {
                        put(i);
                    } else {
                        sums[number - 2] += take();
                    }
                }
            });
            demand(sums[0] + sums[1] == 12);
        }
    }

    /** A notification is not lost when one of two waiters is interrupted. */
    public static final class NotifyWithInterrupts implements Program {
        private int items;

        private synchronized void put() {
            items++;
            notify();
        }

        private synchronized int take() throws InterruptedException {
            while (items == 0) {
                wait();
            }
            items--;
            return 1;
        }

        @Override
        public void run() throws Exception {
            int[] taken = new int[2];
            Thread[] takers = new Thread[2];
            for (int i = 0; i < 2; i++) {
                int number = i;
                takers[i] = start(() -> {
                    try {
                        taken[number] = take();
                    } catch (InterruptedException stopped) {
                        taken[number] = 0;
                    }
                });
            }
            put();
            takers[0].interrupt();
            takers[0].join();
            if (taken[0] == 1) {
                put();
            }
            takers[1].join();
            demand(taken[1] == 1);
        }
    }

    /** All take the lower fork first. */
    public static final class OrderedLocks implements Program {
        @Override
        public void run() throws Exception {
            Object[] forks = {new Object(), new Object(), new Object()};
            int[] meals = new int[3];
            together(3, number -> {
                int lower = Math.min(number, (number + 1) % 3);
                int higher = Math.max(number, (number + 1) % 3);
                for (int i = 0; i < 2; i++) {
                    synchronized (forks[lower]) {
                        synchronized (forks[higher]) {
                            meals[number]++;
                        }
                    }
                }
            });
            for (int eaten : meals) {
                demand(eaten == 2);
            }
        }
    }

    /** Two orders of locks, under a third that lets one in at a time. */
    public static final class GateLock implements Program {
        @Override
        public void run() throws Exception {
            Object gate = new Object();
            Object first = new Object();
            Object second = new Object();
            Box box = new Box();
            together(2, number -> {
                for (int i = 0; i < 3; i++) {
                    synchronized (gate) {
                        synchronized (number == 0 ? first : second) {
                            synchronized (number == 0 ? second : first) {
                                box.value++;
                            }
                        }
                    }
                }
            });
            demand(box.value == 6);
        }
    }

    /** Two orders of locks, but the second thread starts after the first has ended. */
    public static final class OrdersOneAfterTheOther implements Program {
        @Override
        public void run() throws Exception {
            Object first = new Object();
            Object second = new Object();
            Box box = new Box();
            Thread one = start(() -> {
                synchronized (first) {
                    synchronized (second) {
                        box.value++;
                    }
                }
            });
            one.join();
            Thread two = start(() -> {
                synchronized (second) {
                    synchronized (first) {
                        box.value++;
                    }
                }
            });
            two.join();
            demand(box.value == 2);
        }
    }

    /** Waits for a condition with its own lock only, and takes another one afterwards. */
    public static final class ConditionBesideAnotherLock implements Program {
        @Override
        public void run() throws Exception {
            ReentrantLock outer = new ReentrantLock();
            ReentrantLock inner = new ReentrantLock();
            Condition ready = inner.newCondition();
            Box box = new Box();
            together(2, number -> {
                if (number == 0) {
                    inner.lock();
                    try {
                        while (box.value == 0) {
                            ready.await();
                        }
                    } finally {
                        inner.unlock();
                    }
                    outer.lock();
                    outer.unlock();
                } else {
                    outer.lock();
                    try {
                        inner.lock();
                        try {
                            box.value = 1;
                            ready.signalAll();
                        } finally {
                            inner.unlock();
                        }
                    } finally {
                        outer.unlock();
                    }
                }
            });
            demand(box.value == 1);
        }
    }

    /** A value that is made when it is first asked for, under a monitor. */
    public static final class LazyWithMonitor implements Program {
        private Box made;

        private synchronized Box get() {
            if (made == null) {
                made = new Box();
                made.value = 5;
            }
            return made;
        }

        @Override
        public void run() throws Exception {
            together(3, number -> demand(get().value == 5));
        }
    }
}
