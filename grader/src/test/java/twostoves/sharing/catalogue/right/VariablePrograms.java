package twostoves.sharing.catalogue.right;

import static twostoves.sharing.catalogue.Steps.*;

import java.lang.invoke.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import twostoves.contract.Program;
import twostoves.sharing.catalogue.Box;

/** Volatile variables, atomics, variable handles, and what the memory model says of threads and classes. */
public final class VariablePrograms {

    private VariablePrograms() {}

    /** A flag that says that something is ready. */
    public static final class VolatileFlag implements Program {
        private volatile boolean ready;

        @Override
        public void run() throws Exception {
            Box box = new Box();
            Thread reader = start(() -> {
                while (!ready) {
                    Thread.onSpinWait();
                }
                demand(box.value == 3);
            });
            box.value = 3;
            ready = true;
            reader.join();
        }
    }

    /** Double-checked locking with a volatile variable. */
    public static final class DoubleChecked implements Program {
        private volatile Box made;

        private Box get() {
            Box known = made;
            if (known == null) {
                synchronized (this) {
                    known = made;
                    if (known == null) {
                        known = new Box();
                        known.value = 7;
                        made = known;
                    }
                }
            }
            return known;
        }

        @Override
        public void run() throws Exception {
            together(3, number -> demand(get().value == 7));
        }
    }

    /** Counters that add by themselves. */
    public static final class Atomics implements Program {
        @Override
        public void run() throws Exception {
            AtomicInteger integer = new AtomicInteger();
            AtomicLong number = new AtomicLong();
            LongAdder adder = new LongAdder();
            LongAccumulator greatest = new LongAccumulator(Math::max, 0);
            together(3, thread -> {
                integer.incrementAndGet();
                number.addAndGet(2);
                adder.increment();
                greatest.accumulate(thread);
            });
            demand(integer.get() == 3 && number.get() == 6 && adder.sum() == 3 && greatest.get() == 2);
        }
    }

    /** An update that is tried until nobody came between. */
    public static final class CompareAndSet implements Program {
        @Override
        public void run() throws Exception {
            AtomicInteger total = new AtomicInteger();
            together(3, number -> {
                int before = total.get();
                while (!total.compareAndSet(before, before + 2)) {
                    before = total.get();
                }
            });
            demand(total.get() == 6);
        }
    }

    /** The elements of an atomic array publish what was written before. */
    public static final class AtomicArray implements Program {
        @Override
        public void run() throws Exception {
            AtomicReferenceArray<Box> slots = new AtomicReferenceArray<>(2);
            Thread writer = start(() -> {
                Box box = new Box();
                box.value = 4;
                slots.set(1, box);
            });
            Box seen = slots.get(1);
            while (seen == null) {
                Thread.onSpinWait();
                seen = slots.get(1);
            }
            demand(seen.value == 4);
            writer.join();
        }
    }

    /** An updater of a volatile field. */
    public static final class FieldUpdater implements Program {
        private volatile int count;

        @Override
        public void run() throws Exception {
            AtomicIntegerFieldUpdater<FieldUpdater> updater =
                    AtomicIntegerFieldUpdater.newUpdater(FieldUpdater.class, "count");
            together(3, number -> updater.incrementAndGet(this));
            demand(count == 3);
        }
    }

    /** A variable handle with modes that order. */
    public static final class ReleaseAndAcquire implements Program {
        private boolean flag;

        @Override
        public void run() throws Exception {
            VarHandle ready = MethodHandles.lookup().findVarHandle(ReleaseAndAcquire.class, "flag", boolean.class);
            Box box = new Box();
            Thread reader = start(() -> {
                while (!(boolean) ready.getAcquire(this)) {
                    Thread.onSpinWait();
                }
                demand(box.value == 3);
            });
            box.value = 3;
            ready.setRelease(this, true);
            reader.join();
        }
    }

    /** A variable handle of a static variable. */
    public static final class HandleOfAStatic implements Program {
        private static Box box;

        @Override
        public void run() throws Exception {
            VarHandle shared = MethodHandles.lookup().findStaticVarHandle(HandleOfAStatic.class, "box", Box.class);
            Thread reader = start(() -> {
                Box seen = (Box) shared.getAcquire();
                while (seen == null) {
                    Thread.onSpinWait();
                    seen = (Box) shared.getAcquire();
                }
                demand(seen.value == 3);
            });
            Box made = new Box();
            made.value = 3;
            shared.setRelease(made);
            reader.join();
        }
    }

    /** A variable handle of the elements of an array. */
    public static final class HandleOfAnArray implements Program {
        @Override
        public void run() throws Exception {
            VarHandle element = MethodHandles.arrayElementVarHandle(int[].class);
            int[] flags = new int[2];
            Box box = new Box();
            Thread reader = start(() -> {
                while ((int) element.getVolatile(flags, 1) == 0) {
                    Thread.onSpinWait();
                }
                demand(box.value == 3);
            });
            box.value = 3;
            element.setVolatile(flags, 1, 1);
            reader.join();
        }
    }

    /** A plain handle under a lock, beside plain use of the field. */
    public static final class PlainHandleUnderALock implements Program {
        private int count;

        @Override
        public void run() throws Exception {
            VarHandle handle = MethodHandles.lookup().findVarHandle(PlainHandleUnderALock.class, "count", int.class);
            together(3, number -> {
                synchronized (this) {
                    handle.set(this, (int) handle.get(this) + 1);
                }
            });
            demand(count == 3);
        }
    }

    /** A plain look through a handle, and then a step that fails if the look was out of date. */
    public static final class PlainLookBeforeCompareAndSet implements Program {
        private int count;

        @Override
        public void run() throws Exception {
            VarHandle handle =
                    MethodHandles.lookup().findVarHandle(PlainLookBeforeCompareAndSet.class, "count", int.class);
            together(3, number -> {
                int before;
                do {
                    before = (int) handle.get(this);
                } while (!handle.weakCompareAndSet(this, before, before + 1));
            });
            demand((int) handle.getVolatile(this) == 3);
        }
    }

    /** Plain handles of two fields of one object, and of two elements of one array, each for a thread of its own. */
    public static final class HandlesOfTheirOwn implements Program {
        private int one;
        private int other;

        @Override
        public void run() throws Exception {
            VarHandle first = MethodHandles.lookup().findVarHandle(HandlesOfTheirOwn.class, "one", int.class);
            VarHandle second = MethodHandles.lookup().findVarHandle(HandlesOfTheirOwn.class, "other", int.class);
            VarHandle element = MethodHandles.arrayElementVarHandle(int[].class);
            int[] counts = new int[2];
            together(2, number -> {
                (number == 0 ? first : second).set(this, 1);
                element.set(counts, number, 1);
            });
            demand(one + other + counts[0] + counts[1] == 4);
        }
    }

    /** A thread knows what its starter wrote, and whoever joins it what it wrote. */
    public static final class StartAndJoin implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box(1);
            Thread thread = start(() -> box.value++);
            thread.join();
            box.value++;
            demand(box.value == 3);
        }
    }

    /** The same with a virtual thread, and a limit. */
    public static final class JoinOfVirtual implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box(1);
            Thread thread = startVirtual(() -> box.value++);
            while (!thread.join(java.time.Duration.ofMillis(1))) {
                Thread.onSpinWait();
            }
            box.value++;
            demand(box.value == 3);
        }
    }

    /** The end of a thread is asked for again and again. */
    public static final class AskedWhetherAlive implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            Thread thread = start(() -> box.value = 2);
            while (thread.isAlive()) {
                Thread.onSpinWait();
            }
            demand(box.value == 2);
        }
    }

    /** The state of a thread is asked for until it has ended. */
    public static final class AskedForItsState implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            Thread thread = start(() -> box.value = 2);
            while (thread.getState() != Thread.State.TERMINATED) {
                Thread.onSpinWait();
            }
            demand(box.value == 2);
        }
    }

    /** Who is interrupted knows what the other wrote before. */
    public static final class InterruptAsSignal implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            Thread thread = start(() -> {
                try {
                    Thread.sleep(60_000);
                    demand(false);
                } catch (InterruptedException signal) {
                    demand(box.value == 6);
                }
            });
            box.value = 6;
            thread.interrupt();
            thread.join();
        }
    }

    /** A thread parks until something is there. */
    public static final class ParkAndUnpark implements Program {
        @Override
        public void run() throws Exception {
            AtomicReference<Box> slot = new AtomicReference<>();
            Box told = new Box();
            Thread thread = start(() -> {
                Box seen = slot.get();
                while (seen == null) {
                    LockSupport.park();
                    seen = slot.get();
                }
                told.value = seen.value;
            });
            Box box = new Box();
            box.value = 6;
            slot.set(box);
            LockSupport.unpark(thread);
            thread.join();
            demand(told.value == 6);
        }
    }

    /** Thread locals are shared by nobody. */
    public static final class OneForEachThread implements Program {
        @Override
        public void run() throws Exception {
            ThreadLocal<Box> own = ThreadLocal.withInitial(Box::new);
            LongAdder sum = new LongAdder();
            together(3, number -> {
                for (int i = 0; i < 3; i++) {
                    own.get().value++;
                }
                sum.add(own.get().value);
            });
            demand(sum.sum() == 9);
        }
    }

    /** A scoped value is known where it is bound. */
    public static final class Scoped implements Program {
        private static final ScopedValue<Box> SCOPED = ScopedValue.newInstance();

        @Override
        public void run() throws Exception {
            Box box = new Box();
            ScopedValue.where(SCOPED, box).run(() -> SCOPED.get().value++);
            demand(box.value == 1);
        }
    }

    /** What a static initialiser made is known to all who use the class. */
    public static final class HolderOfAClass implements Program {
        private static final class Holder {
            private static final Box MADE = new Box();
            private static final Map<String, Integer> COUNTS = new HashMap<>();

            static {
                MADE.value = 12;
                COUNTS.put("soup", 1);
            }
        }

        @Override
        public void run() throws Exception {
            together(3, number -> {
                demand(Holder.MADE.value == 12);
                demand(Holder.COUNTS.get("soup") == 1);
            });
        }
    }

    /** The constants of an enum have plain fields. */
    public static final class EnumConstants implements Program {
        private enum Colour {
            RED(1),
            GREEN(2);

            private int code;
            private int[] shades;

            Colour(int code) {
                this.code = code;
                this.shades = new int[] {code};
            }
        }

        @Override
        public void run() throws Exception {
            together(3, number -> {
                demand(Colour.RED.code == 1);
                demand(Colour.values()[1].shades[0] == 2);
            });
        }
    }

    /** A record is read by all. */
    public static final class Immutable implements Program {
        private record Point(int x, List<Integer> rest) {}

        @Override
        public void run() throws Exception {
            Point point = new Point(1, List.of(2, 3));
            together(3, number -> demand(point.x() + point.rest().get(0) == 3));
        }
    }

    /** The handler of what a thread throws runs on that thread. */
    public static final class UncaughtHandler implements Program {
        @Override
        public void run() throws Exception {
            Box box = new Box();
            Thread thread = new Thread(() -> {
                box.value = 1;
                throw new IllegalStateException("expected");
            });
            thread.setUncaughtExceptionHandler((any, thrown) -> box.value++);
            thread.start();
            thread.join();
            demand(box.value == 2);
        }
    }

    /** Two hundred virtual threads. */
    public static final class ManyVirtualThreads implements Program {
        @Override
        public void run() throws Exception {
            AtomicInteger started = new AtomicInteger();
            Lock lock = new ReentrantLock();
            Box box = new Box();
            virtually(200, number -> {
                started.incrementAndGet();
                lock.lock();
                try {
                    box.value++;
                } finally {
                    lock.unlock();
                }
            });
            demand(started.get() == 200 && box.value == 200);
        }
    }
}
