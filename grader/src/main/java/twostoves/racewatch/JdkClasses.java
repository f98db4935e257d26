package twostoves.racewatch;

import java.util.List;

/** Which classes of the JDK order threads, and so are rewritten. By internal name. */
final class JdkClasses {

    /** The feature release of the JDKs that all this was tried with. */
    static final int TRIED = 25;

    private static final List<String> REWRITTEN = List.of(
            "java/util/concurrent/",
            "java/util/stream/",
            "java/util/Timer",
            "java/util/TaskQueue",
            "java/util/Collections$Synchronized",
            "java/util/Vector",
            "java/util/Hashtable",
            "java/util/Stack",
            "java/util/Arrays",
            "java/util/DualPivotQuicksort",
            "java/lang/StringBuffer",
            "java/io/Piped",
            "sun/nio/ch/",
            "jdk/internal/misc/ThreadFlock",
            "jdk/internal/vm/ThreadContainer",
            "jdk/internal/vm/SharedThreadContainer");

    /** They publish through fences and plain fields, as their source says. */
    private static final List<String> WITH_FENCES = List.of(
            "java/util/concurrent/ConcurrentSkipList",
            "java/util/concurrent/SubmissionPublisher",
            "java/util/concurrent/ForkJoinPool",
            "java/util/concurrent/LinkedTransferQueue",
            "java/util/concurrent/Exchanger");

    private JdkClasses() {}

    static boolean areRewritten(String internalName) {
        return ThreadHooks.areIn(internalName) || startsWithAny(internalName, REWRITTEN);
    }

    static boolean usesFences(String internalName) {
        return startsWithAny(internalName, WITH_FENCES);
    }

    private static boolean startsWithAny(String name, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (name.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
