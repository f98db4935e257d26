package twostoves.racewatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What is known about objects, by identity and a number. Entries are added and never removed; safe for use by several
 * threads without blocking any.
 *
 * @param <E> what is known
 */
final class IdentityTable<E extends IdentityTable.Entry> {

    private static final VarHandle HEADS = MethodHandles.arrayElementVarHandle(Entry[].class);

    private final Entry[] heads;

    /** Creates a table of 2 to the power of {@code bits} lists. */
    IdentityTable(int bits) {
        heads = new Entry[1 << bits];
    }

    /** Something known about one object. */
    abstract static class Entry {
        final Object key;
        final long id;
        private Entry next;

        Entry(Object key, long id) {
            this.key = key;
            this.id = id;
        }

        private boolean isFor(Object wanted, long wantedId) {
            return key == wanted && id == wantedId;
        }
    }

    /** The entry of an object and a number, or null. */
    E find(Object key, long id) {
        return find((Entry) HEADS.getAcquire(heads, index(key, id)), null, key, id);
    }

    /** The entry that is there for the same object and number, or else the one given, which now is. */
    E findOrAdd(E entry) {
        int index = index(entry.key, entry.id);
        Entry seen = null;
        while (true) {
            Entry head = (Entry) HEADS.getAcquire(heads, index);
            E there = find(head, seen, entry.key, entry.id);
            if (there != null) {
                return there;
            }
            setNext(entry, head);
            if (HEADS.compareAndSet(heads, index, head, (Entry) entry)) {
                return entry;
            }
            seen = head;
        }
    }

    private static void setNext(Entry entry, Entry next) {
        entry.next = next;
    }

    @SuppressWarnings("unchecked") // nothing else is ever added
    private E find(Entry from, Entry until, Object key, long id) {
        for (Entry entry = from; entry != until; entry = entry.next) {
            if (entry.isFor(key, id)) {
                return (E) entry;
            }
        }
        return null;
    }

    private int index(Object key, long id) {
        long hash = System.identityHashCode(key) * 0x9E3779B97F4A7C15L + id * 0xC2B2AE3D27D4EB4FL;
        return (int) (hash >>> 32) & heads.length - 1;
    }
}
