package twostoves.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;

/**
 * Names the threads of one timeline so that no two have the same name.
 *
 * <p>The names depend on the order of the spans alone, so that a run seen again reads the same.
 */
final class ThreadNames {

    private static final String CALLER = "caller";

    private ThreadNames() {}

    static Map<ThreadIdentity, String> of(Timeline timeline) {
        Map<ThreadIdentity, String> names = new LinkedHashMap<>();
        // nobody else is to be called so
        Set<String> taken = new HashSet<>(Set.of(CALLER));
        int unnamed = 0;
        for (ThreadIdentity thread : timeline.byThread().keySet()) {
            if (thread.isCaller()) {
                names.put(thread, CALLER);
            } else if (thread.name().isBlank()) {
                unnamed++;
                names.put(thread, unlike(taken, (thread.isVirtual() ? "virtual " : "thread ") + unnamed));
            } else {
                names.put(thread, unlike(taken, Excerpt.ofName(thread.name())));
            }
        }
        return names;
    }

    private static String unlike(Set<String> taken, String wish) {
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + " (" + i + ")";
        }
        return name;
    }
}
