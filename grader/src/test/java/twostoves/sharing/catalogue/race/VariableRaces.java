package twostoves.sharing.catalogue.race;

import static twostoves.sharing.catalogue.Steps.*;

import java.lang.invoke.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;
import twostoves.contract.Program;
import twostoves.sharing.catalogue.Box;

/** Variables that several threads use and nothing orders. */
public final class VariableRaces {

    private VariableRaces() {}

    /** A field that the tasks of a pool add to. */
    public static final class Total implements Program {
        private long total;

        @Override
        public void run() throws Exception {
            try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
                for (int i = 0; i < 3; i++) {
                    pool.submit(() -> {
                        total += 1;
                    });
                }
            }
        }
    }

    /** A flag that is not volatile. */
    public static final class PlainStopFlag implements Program {
        private boolean stopped;

        @Override
        public void run() throws Exception {
            Thread thread = start(() -> {
                long end = System.nanoTime() + 20_000_000;
                while (!stopped && System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            });
            stopped = true;
            thread.join();
        }
    }

    /** An array of one element, as a variable for lambdas. */
    public static final class ElementOfAnArray implements Program {
        @Override
        public void run() throws Exception {
            int[] count = new int[1];
            together(3, number -> count[0]++);
        }
    }

    /** A value that whoever comes first makes. */
    public static final class LazyValue implements Program {
        private Box made;

        private Box get() {
            if (made == null) {
                made = new Box();
            }
            return made;
        }

        @Override
        public void run() throws Exception {
            together(3, number -> get());
        }
    }

    /** Double-checked locking without volatile. */
    public static final class DoubleCheckedPlain implements Program {
        private static Box made;

        private static Box get() {
            if (made == null) {
                synchronized (DoubleCheckedPlain.class) {
                    if (made == null) {
                        Box box = new Box();
                        box.value = 3;
                        made = box;
                    }
                }
            }
            return made;
        }

        @Override
        public void run() throws Exception {
            together(3, number -> demand(get().value >= 0));
        }
    }

    /** Each thread has a lock of its own. */
    public static final class TwoLocks implements Program {
        @Override
        public void run() throws Exception {
            Object first = new Object();
            Object second = new Object();
            Box box = new Box();
            together(2, number -> {
                synchronized (number == 0 ? first : second) {
                    box.value++;
                }
            });
        }
    }

    /** A lock that nobody else can have. */
    public static final class FreshLock implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            together(3, number -> {
                synchronized (new Object()) {
                    box.value++;
                }
            });
        }
    }

    /** Writers lock, the reader does not. */
    public static final class GetterWithoutLock implements Program {
        private long total;

        private synchronized void add(long number) {
            total += number;
        }

        private long get() {
            return total;
        }

        @Override
        public void run() throws Exception {
            Thread thread = start(() -> add(1));
            demand(get() >= 0);
            thread.join();
        }
    }

    /** The result is read before the thread is joined. */
    public static final class ReadBeforeJoin implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            Thread thread = start(() -> box.value = 1);
            int seen = box.value;
            thread.join();
            demand(seen >= 0);
        }
    }

    /** A forked task is never joined. */
    public static final class ForkWithoutJoin implements Program {
        private static final class Child extends RecursiveAction {
            private static final long serialVersionUID = 1;
            private final transient Box box;

            Child(Box box) {
                this.box = box;
            }

            @Override
            protected void compute() {
                box.value++;
            }
        }

        private static final class Parent extends RecursiveAction {
            private static final long serialVersionUID = 1;
            private final transient Box box = new Box();

            @Override
            protected void compute() {
                new Child(box).fork();
                box.value++;
            }
        }

        @Override
        public void run() throws Exception {
            try (ForkJoinPool pool = new ForkJoinPool(2)) {
                pool.invoke(new Parent());
            }
        }
    }

    /** Nobody waits for the task before its result is read. */
    public static final class SubmitWithoutGet implements Program {
        @Override
        public void run() throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            Box box = new Box();
            pool.submit(() -> box.value = 3);
            pool.shutdown();
            int seen = box.value;
            demand(pool.awaitTermination(1, TimeUnit.MINUTES) && seen >= 0);
        }
    }

    /** The tasks of virtual threads add to one variable. */
    public static final class VirtualTotal implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 4; i++) {
                    executor.submit(() -> box.value++);
                }
            }
        }
    }

    /** Two variables that belong together, read without a lock. */
    public static final class TornInvariant implements Program {
        @Override
        public void run() throws Exception {
            Box low = new Box(0);
            Box high = new Box(10);
            Thread writer = start(() -> {
                low.value = 20;
                high.value = 30;
            });
            Thread reader = start(() -> demand(low.value + high.value > 0));
            writer.join();
            reader.join();
        }
    }

    /** An object is handed over in an element of a plain array. */
    public static final class PublishedThroughArray implements Program {
        @Override
        public void run() throws Exception {
            Box[] slot = new Box[1];
            Thread thread = start(() -> {
                Box box = new Box();
                box.value = 5;
                slot[0] = box;
            });
            Box seen = slot[0];
            thread.join();
            demand(seen == null || seen.value >= 0);
        }
    }

    /** A write under the lock that readers share. */
    public static final class WriteUnderReadLock implements Program {
        @Override
        public void run() throws Exception {
            ReadWriteLock lock = new ReentrantReadWriteLock();
            Box box = new Box();
            together(3, number -> {
                lock.readLock().lock();
                try {
                    box.value++;
                } finally {
                    lock.readLock().unlock();
                }
            });
        }
    }

    /** A semaphore that lets two in at a time. */
    public static final class SemaphoreOfTwo implements Program {
        @Override
        public void run() throws Exception {
            Semaphore semaphore = new Semaphore(2);
            Box box = new Box();
            together(2, number -> {
                semaphore.acquire();
                box.value++;
                semaphore.release();
            });
        }
    }

    /** A variable handle in a mode that orders nothing. */
    public static final class OpaqueHandle implements Program {
        private boolean flag;

        @Override
        public void run() throws Exception {
            VarHandle ready = MethodHandles.lookup().findVarHandle(OpaqueHandle.class, "flag", boolean.class);
            Box box = new Box();
            Thread reader = start(() -> {
                if ((boolean) ready.getOpaque(this)) {
                    demand(box.value >= 0);
                }
                demand(box.value >= 0);
            });
            box.value = 3;
            ready.setOpaque(this, true);
            reader.join();
        }
    }

    /** A variable handle that is as plain as its field. */
    public static final class PlainHandle implements Program {
        private int count;

        @Override
        public void run() throws Exception {
            VarHandle handle = MethodHandles.lookup().findVarHandle(PlainHandle.class, "count", int.class);
            together(2, number -> handle.set(this, (int) handle.get(this) + 1));
        }
    }

    /** One thread uses the field, the other a handle of it. */
    public static final class FieldAndHandle implements Program {
        private int count;

        @Override
        public void run() throws Exception {
            VarHandle handle = MethodHandles.lookup().findVarHandle(FieldAndHandle.class, "count", int.class);
            Thread writer = start(() -> handle.set(this, 1));
            demand(count >= 0);
            writer.join();
        }
    }

    /** A plain handle of a static. */
    public static final class PlainHandleOfAStatic implements Program {
        private static Object value;

        @Override
        public void run() throws Exception {
            VarHandle handle =
                    MethodHandles.lookup().findStaticVarHandle(PlainHandleOfAStatic.class, "value", Object.class);
            together(2, number -> handle.set((Object) ("value " + number)));
        }
    }

    /** A plain handle of the elements of an array. */
    public static final class PlainHandleOfAnArray implements Program {
        @Override
        public void run() throws Exception {
            VarHandle element = MethodHandles.arrayElementVarHandle(int[].class);
            int[] counts = new int[2];
            together(2, number -> element.set(counts, 1, (int) element.get(counts, 1) + 1));
        }
    }

    /** A parallel stream that adds to one element. */
    public static final class StreamIntoArray implements Program {
        @Override
        public void run() throws Exception {
            int[] sum = new int[1];
            IntStream.range(0, 16).parallel().forEach(i -> sum[0] += i);
        }
    }

    /** A static variable that two threads count up. */
    public static final class Static implements Program {
        private static int count;

        @Override
        public void run() throws Exception {
            together(2, number -> count++);
        }
    }
}
