package twostoves.racewatch;

import java.util.Arrays;

/**
 * Who has used a variable last: the last write, and of each thread the last read since. (Flanagan and Freund, FastTrack, PLDI
 * 2009, with all reads kept instead of an epoch where one would do.)
 */
final class Variable extends IdentityTable.Entry {

    // what a variable is of its object: numbers from 0 on are fields and statics
    /** A lock, or a thread-safe object as a whole: it is no variable, but its users can be torn apart. */
    static final long MEETING_PLACE = -1;

    /** A collection, or another object, as a whole. */
    static final long OBJECT = -2;

    private static final long ARRAY_ELEMENT = 1L << 40;
    private static final long LIST_ELEMENT = 2L << 40;
    private static final long MAP_ENTRY = 3L << 40;

    private final SpinLock lock = new SpinLock();
    private Use write;
    private Use[] reads = {};
    private int readers;
    private boolean reported;

    private ThreadState lastUser;
    private Site lastSite;
    private boolean lastOutside;

    Variable(Object key, long id) {
        super(key, id);
    }

    static long arrayElement(int index) {
        return ARRAY_ELEMENT | index;
    }

    static long listElement(int index) {
        return LIST_ELEMENT | index;
    }

    static long mapEntry(int keyNumber) {
        return MAP_ENTRY | keyNumber;
    }

    static boolean isArrayElement(long id) {
        return id >> 40 == 1;
    }

    static boolean isObject(long id) {
        return id == OBJECT || id >> 40 > 1;
    }

    /** The index of an array element. */
    static int index(long id) {
        return (int) id;
    }

    /** One access: by whom, at what time of its own, and where. */
    static final class Use {
        final ThreadState thread;
        final int when;
        final boolean writes;
        final Site site;

        Use(ThreadState thread, int when, boolean writes, Site site) {
            this.thread = thread;
            this.when = when;
            this.writes = writes;
            this.site = site;
        }
    }

    /** Notes a use, and returns an earlier one that nothing orders with it; null if there is none, or if one was told before. */
    Use note(ThreadState thread, boolean writes, Site site) {
        Use use = new Use(thread, thread.now(), writes, site);
        lock.lock();
        try {
            meet(thread, site);
            Use conflict = unordered(write, thread) ? write : null;
            if (writes) {
                for (int i = 0; i < readers && conflict == null; i++) {
                    conflict = unordered(reads[i], thread) ? reads[i] : null;
                }
                write = use;
                readers = 0;
            } else {
                addRead(use);
            }
            if (conflict == null || reported) {
                return null;
            }
            reported = true;
            return conflict;
        } finally {
            lock.unlock();
        }
    }

    /** Notes that a thread has come here, so that the places where threads meet are known. */
    void visit(ThreadState thread, Site site) {
        lock.lock();
        try {
            meet(thread, site);
        } finally {
            lock.unlock();
        }
    }

    private void meet(ThreadState thread, Site site) {
        boolean outside = thread.held.isEmpty();
        if (lastUser != null && lastUser != thread) {
            lastSite.setContended(lastOutside);
            site.setContended(outside);
        }
        lastUser = thread;
        lastSite = site;
        lastOutside = outside;
    }

    private static boolean unordered(Use earlier, ThreadState thread) {
        return earlier != null && !thread.knows(earlier.thread, earlier.when);
    }

    private void addRead(Use use) {
        int i = 0;
        while (i < readers && reads[i].thread != use.thread) {
            i++;
        }
        if (i == reads.length) {
            reads = Arrays.copyOf(reads, i == 0 ? 2 : i * 2);
        }
        reads[i] = use;
        readers = Math.max(readers, i + 1);
    }
}
