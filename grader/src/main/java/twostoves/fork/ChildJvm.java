package twostoves.fork;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How this process starts another JVM: on the same Java and the same classes of the grader, and with none of its environment.
 *
 * <p>Where the grader runs from its one jar, whose descriptor makes a named module of it, the other JVM has it as that module, which
 * no reflection of a learner's gets into. From directories of classes, as in the grader's own tests, it stays on the class path.
 */
public final class ChildJvm {

    /** Without these a JVM does not start on Windows, or misreads file names; nothing else of ours is the child's. */
    private static final Set<String> ENVIRONMENT = Set.of("SystemRoot", "LANG", "LC_ALL", "LC_CTYPE");

    /**
     * What every JVM is told that lives for seconds: almost all it runs it runs once, so it is compiled by the quicker compiler
     * only, which halves its processor time. Memory comes in large pages where the system has them, which saves a twelfth
     * of the processor time of a check, and costs memory: the largest process of one takes 200 MB instead of 136.
     */
    public static final List<String> SHORT_LIVED = shortLived();

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

    private static final boolean IS_MODULE = ChildJvm.class.getModule().isNamed();

    private static final String CLASSES =
            absolute(System.getProperty(IS_MODULE ? "jdk.module.path" : "java.class.path"));

    private static final boolean HAS_MODULE = IS_MODULE || isModularJar();

    /** The name in the descriptor of the jar. */
    private static final String MODULE = "twostoves.grader";

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
     * Names a program for a JVM that has the grader as a module, where it is one.
     *
     * @param main a class of the grader's with a main method
     * @return what follows the flags on the command line
     */
    public static List<String> program(Class<?> main) {
        return HAS_MODULE
                ? List.of("--module-path", CLASSES, "--module", MODULE + "/" + main.getName())
                : programOnClassPath(main);
    }

    /**
     * Names a program for a JVM that has the grader on its class path.
     *
     * @param main a class of the grader's with a main method
     * @return what follows the flags on the command line
     */
    public static List<String> programOnClassPath(Class<?> main) {
        return List.of("-cp", CLASSES, main.getName());
    }

    /**
     * Tells where this process has the grader from: its class path, or the jar that is its module.
     *
     * @return absolute paths, in order
     */
    public static String classes() {
        return CLASSES;
    }

    private static List<String> shortLived() {
        List<String> flags = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                // or each look at what is left of the heap takes four collections, see HeapUse
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:MarkSweepAlwaysCompactCount=1",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                // nothing but our own lines on standard output, not even about an archive of another Java
                "-Xlog:disable"));
        // other systems' JVMs do not know this flag
        if (Files.isDirectory(Path.of("/sys/kernel/mm/transparent_hugepage"))) {
            flags.add("-XX:+UseTransparentHugePages");
        }
        return List.copyOf(flags);
    }

    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether all of the class path is the jar that this class is from, and that jar has a descriptor. */
    private static boolean isModularJar() {
        if (!CLASSES.endsWith(".jar") || CLASSES.contains(File.pathSeparator)) {
            return false;
        }
        try {
            // on a class path a resource of this name is not looked for there, but in the JDK's modules
            return ChildJvm.class.getResource("ChildJvm.class").openConnection() instanceof JarURLConnection here
                    && Files.isSameFile(Path.of(here.getJarFile().getName()), Path.of(CLASSES))
                    && here.getJarFile().getEntry("module-info.class") != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
