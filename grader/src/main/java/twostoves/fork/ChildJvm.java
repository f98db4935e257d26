package twostoves.fork;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How this process starts another JVM: on the same Java, and with none of its environment. */
public final class ChildJvm {

    /** Without these a JVM does not start on Windows, or misreads file names; nothing else of ours is the child's. */
    private static final Set<String> ENVIRONMENT = Set.of("SystemRoot", "LANG", "LC_ALL", "LC_CTYPE");

    /**
     * What every JVM is told in which a learner's code runs: nobody attaches to it, memory beside the heap is bounded, and
     * {@code Unsafe} gives no access to memory. Nor does a JVM leave out a stack trace, by which a
     * failure is told from a fault of the grader.
     */
    public static final List<String> LIMITS = List.of(
            "-XX:+DisableAttachMechanism",
            "-XX:-EnableDynamicAgentLoading",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:-OmitStackTraceInFastThrow",
            "--sun-misc-unsafe-memory-access=deny");

    /**
     * Has a JVM refuse native access, beside the rules, which refuse it too. A JVM that is told so takes its classes from an
     * archive one by one, and not linked and with their lambdas, which costs a third of a second of processor time.
     */
    public static final String NO_NATIVE_ACCESS = "--illegal-native-access=deny";

    /** The class path of this process. */
    public static final String CLASS_PATH = System.getProperty("java.class.path");

    /** Where this process keeps temporary files. */
    public static final String TEMPORARY = System.getProperty("java.io.tmpdir");

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private ChildJvm() {}

    /** Reads all that it needs of the system properties, now: a submission may set others. */
    public static void lookAround() {
        // the constants above have just been read
    }

    /**
     * Makes a process ready to be started.
     *
     * @param arguments what follows {@code java} on the command line
     * @return a builder for it
     */
    public static ProcessBuilder builder(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> !ENVIRONMENT.contains(name));
        return builder;
    }
}
