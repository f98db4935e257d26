package twostoves.racewatch;

import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Which field or static each variable handle of the learner's stands for. There are a handful of them. */
final class Handles {

    private static final SpinLock LOCK = new SpinLock();
    private static final List<Target> TARGETS = new ArrayList<>();

    private Handles() {}

    /** What a handle stands for: a variable by name, such as {@code Count.served}, and the class that declares it. */
    static final class Target extends WeakReference<VarHandle> {
        final String variable;
        private final WeakReference<Class<?>> type;

        Target(VarHandle handle, Class<?> type, String name) {
            super(handle);
            this.type = new WeakReference<>(type);
            this.variable = MemberName.of(type.describeConstable().orElseThrow(), name);
        }

        /** The object whose field is meant; the class for a static, as where its instructions are watched. */
        Object owner(VarHandle handle, Object first) {
            return handle.coordinateTypes().isEmpty() ? type.get() : first;
        }
    }

    static void add(VarHandle handle, Class<?> type, String name) {
        LOCK.lock();
        try {
            for (int i = TARGETS.size() - 1; i >= 0; i--) {
                if (TARGETS.get(i).refersTo(null)) {
                    TARGETS.remove(i);
                }
            }
            TARGETS.add(new Target(handle, type, name));
        } finally {
            LOCK.unlock();
        }
    }

    /** What the handle stands for; null if it was not found by the learner's code, as those of arrays are not. */
    static Target of(VarHandle handle) {
        LOCK.lock();
        try {
            for (Target target : TARGETS) {
                if (target.refersTo(handle)) {
                    return target;
                }
            }
            return null;
        } finally {
            LOCK.unlock();
        }
    }
}
