package twostoves.fork;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How this process starts another JVM: on the same Java, and with none of its environment. */
public final class ChildJvm {

    /** Without these a JVM does not start on Windows, or misreads file names; nothing else of ours is the child's. */
    private static final Set<String> ENVIRONMENT = Set.of("SystemRoot", "LANG", "LC_ALL", "LC_CTYPE");

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private ChildJvm() {}

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
