package twostoves.racewatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All lines at which something is watched, by the number that rewritten code knows them by. */
final class Sites {

    private static final SpinLock LOCK = new SpinLock();
    private static final Map<String, Integer> VARIABLES = new HashMap<>();
    private static final Map<Integer, Map<String, Site>> THROUGH_HANDLES = new HashMap<>();
    private static volatile Site[] sites = new Site[512];
    private static int count;

    private Sites() {}

    static int add(String className, String method, String file, int line, String what, Deed deed) {
        LOCK.lock();
        try {
            return add(new Site(className, method, file, line, what, deed, number(what)));
        } finally {
            LOCK.unlock();
        }
    }

    private static int add(Site site) {
        Site[] room = count < sites.length ? sites : Arrays.copyOf(sites, count * 2);
        room[count] = site;
        sites = room;
        return count++;
    }

    private static int number(String variable) {
        Integer known = VARIABLES.get(variable);
        int number = known == null ? VARIABLES.size() : known.intValue();
        VARIABLES.put(variable, number);
        return number;
    }

    /** The site at the same line for the use of a variable that only shows when it is used. */
    static Site of(int number, String variable) {
        LOCK.lock();
        try {
            Site site = sites[number];
            Map<String, Site> known = THROUGH_HANDLES.get(number);
            if (known == null) {
                known = new HashMap<>();
                THROUGH_HANDLES.put(number, known);
            }
            Site found = known.get(variable);
            if (found == null) {
                found = site.of(variable, number(variable));
                known.put(variable, found);
                add(found);
            }
            return found;
        } finally {
            LOCK.unlock();
        }
    }

    static Site get(int number) {
        return sites[number];
    }

    /** Those at which different threads have met, in the order in which they were added. */
    static List<Site> contended() {
        List<Site> found = new ArrayList<>();
        Site[] all = sites;
        for (int i = 0; i < all.length && all[i] != null; i++) {
            if (all[i].isContended()) {
                found.add(all[i]);
            }
        }
        return found;
    }

    static void forgetContention() {
        Site[] all = sites;
        for (int i = 0; i < all.length && all[i] != null; i++) {
            all[i].forgetContention();
        }
    }
}
