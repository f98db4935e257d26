package twostoves.evidence;

import java.util.List;

/** The four packages in which learners write, one for each track. */
public final class LearnerPackages {

    /** The names of the packages. */
    public static final List<String> NAMES =
            List.of("twostoves.concurrency", "twostoves.parallelism", "twostoves.sharing", "twostoves.choosing");

    private static final List<String> PREFIXES =
            NAMES.stream().map(name -> name + ".").toList();

    private LearnerPackages() {}

    /**
     * Tells whether a class was written by a learner.
     *
     * @param className a binary class name
     * @return whether the class lies in one of the packages or below
     */
    public static boolean contains(String className) {
        return PREFIXES.stream().anyMatch(className::startsWith);
    }
}
