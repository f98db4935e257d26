package twostoves.racewatch;

import java.util.ArrayList;
import java.util.List;

/** The first few thousand events of a run, in order. */
final class EventLog {

    private static final int MOST = 4000;

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
        return plain || value == null ? value : value.getClass().getSimpleName();
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
