package twostoves.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code java -jar kata.jar} starts: the command line on this Java where it is new enough, otherwise on a JDK 25 found
 * on this machine, with the same arguments, streams and exit code.
 *
 * <p>This package alone is compiled for Java 17, and it names the rest of the grader by reflection only, so that an older
 * Java can load it.
 */
public final class Launch {

    private static final int NEEDED = 25;
    private static final int WRONG_USE = 2;
    private static final String MAIN = "twostoves.cli.Kata";

    /** The names that tools give to the home of a JDK: JAVA25_HOME, JAVA_HOME, JAVA_HOME_25_X64, JDK25_HOME, ... */
    private static final Pattern HOME_VARIABLE = Pattern.compile("(JAVA|JDK).*_HOME(_.*)?");

    /** {@code JAVA_VERSION="25.0.3"} in the file "release" of a JDK; the name of the key ends there. */
    private static final Pattern RELEASE = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+).*");

    private Launch() {}

    /**
     * Starts the command line.
     *
     * @param args its arguments
     * @throws Exception whatever the command line throws
     */
    public static void main(String[] args) throws Exception {
        if (Runtime.version().feature() >= NEEDED) {
            runHere(args);
            return;
        }
        Path jdk = findJdk();
        if (jdk == null) {
            System.err.println("Two Stoves needs a JDK " + NEEDED + " or newer, and none was found on this machine.");
            System.err.println("  1. Install one, for example from https://adoptium.net/temurin/releases?version=25");
            System.err.println("  2. or say where it is: set JAVA25_HOME to its directory.");
            System.exit(WRONG_USE);
        }
        System.exit(runOn(jdk, args));
    }

    private static void runHere(String[] args) throws Exception {
        try {
            Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw thrown;
        }
    }

    private static int runOn(Path jdk, String[] args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin").resolve(java()).toString());
        for (String name : new TreeMap<>(System.getProperties())
                .keySet().stream()
                        .map(Object::toString)
                        .filter(name -> name.startsWith("kata."))
                        .toList()) {
            command.add("-D" + name + "=" + System.getProperty(name));
        }
        // the learner's loop reads single keys, by functions of the system
        command.addAll(
                List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }

    private static Path findJdk() {
        for (Map.Entry<String, String> variable : new TreeMap<>(System.getenv()).entrySet()) {
            if (HOME_VARIABLE.matcher(variable.getKey()).matches() && isNewEnough(variable.getValue())) {
                return Path.of(variable.getValue());
            }
        }
        for (String directory : directories()) {
            Path jdk = findIn(Path.of(directory), 3);
            if (jdk != null) {
                return jdk;
            }
        }
        return null;
    }

    private static List<String> directories() {
        String home = System.getProperty("user.home");
        List<String> directories = new ArrayList<>(List.of(
                home + "/.sdkman/candidates/java",
                home + "/.jdks",
                home + "/.m2/jdks",
                home + "/.gradle/jdks",
                home + "/.local/share/mise/installs/java",
                home + "/.asdf/installs/java"));
        String system = System.getProperty("os.name");
        if (system.startsWith("Windows")) {
            for (String vendor :
                    List.of("Eclipse Adoptium", "Java", "Amazon Corretto", "Zulu", "BellSoft", "Microsoft")) {
                directories.add("C:/Program Files/" + vendor);
            }
            directories.add(home + "/scoop/apps");
            directories.add("C:/hostedtoolcache/windows");
        } else if (system.startsWith("Mac")) {
            directories.add("/Library/Java/JavaVirtualMachines");
            directories.add(home + "/Library/Java/JavaVirtualMachines");
            directories.add("/opt/homebrew/opt");
            directories.add(home + "/hostedtoolcache");
        } else {
            directories.addAll(List.of(
                    "/usr/lib/jvm",
                    "/usr/lib64/jvm",
                    "/opt/java",
                    "/usr/java",
                    "/usr/local/java",
                    "/opt/hostedtoolcache"));
        }
        return directories;
    }

    /** Looks at {@code directory} itself and below it: macOS nests Contents/Home, the tool caches version and processor. */
    private static Path findIn(Path directory, int depth) {
        if (isNewEnough(directory.toString())) {
            return directory;
        }
        if (depth == 0 || !Files.isDirectory(directory) || Files.isRegularFile(directory.resolve("release"))) {
            return null;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                Path jdk = findIn(child, depth - 1);
                if (jdk != null) {
                    return jdk;
                }
            }
        } catch (IOException unreadable) {
            return null;
        }
        return null;
    }

    private static boolean isNewEnough(String home) {
        Path release = Path.of(home, "release");
        // javac tells a JDK from a JRE: the grader compiles
        if (!Files.isRegularFile(release) || !Files.isRegularFile(Path.of(home, "bin", javac()))) {
            return false;
        }
        try (BufferedReader lines = Files.newBufferedReader(release)) {
            return lines.lines()
                    .map(RELEASE::matcher)
                    .filter(Matcher::matches)
                    .anyMatch(version -> Integer.parseInt(version.group(1)) >= NEEDED);
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private static String java() {
        return System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
    }

    private static String javac() {
        return System.getProperty("os.name").startsWith("Windows") ? "javac.exe" : "javac";
    }
}
