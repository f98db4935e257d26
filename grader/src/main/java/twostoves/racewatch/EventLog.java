package twostoves.racewatch;

import java.util.ArrayList;
import java.util.List;

/** The first few thousand events of a run, in order. */
final class EventLog {

    private static final int MOST = 4000;

    /** Stands for a lambda, whose class has a name that tells nobody anything. */
    private static final String LAMBDA = "…";

    private final SpinLock lock = new SpinLock();
    private final List<Event> events = new ArrayList<>();

    void add(ThreadState thread, Object object, Site site, boolean returned, Object value) {
        if (events.size() < MOST) {
            Event event = new Event(thread.name(), object, site, returned, shown(value));
            lock.lock();
            try {
                events.add(event);
            } finally {
                lock.unlock();
            }
        }
    }

    private static Object shown(Object value) {
        boolean plain = value instanceof Number
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>;
        if (plain || value == null) {
            return value;
        }
        Class<?> type = value.getClass();
        return type.isHidden() ? LAMBDA : type.getSimpleName();
    }

    List<Event> all() {
        lock.lock();
        try {
            return new ArrayList<>(events);
        } finally {
            lock.unlock();
        }
    }
}
