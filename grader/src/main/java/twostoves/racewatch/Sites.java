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
    private static volatile Site[] sites = new Site[512];
    private static int count;

    private Sites() {}

    static int add(String className, String method, String file, int line, String what, Deed deed) {
        LOCK.lock();
        try {
            Integer known = VARIABLES.get(what);
            int variable = known == null ? VARIABLES.size() : known.intValue();
            VARIABLES.put(what, variable);
            Site[] room = count < sites.length ? sites : Arrays.copyOf(sites, count * 2);
            room[count] = new Site(className, method, file, line, what, deed, variable);
            sites = room;
            return count++;
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
