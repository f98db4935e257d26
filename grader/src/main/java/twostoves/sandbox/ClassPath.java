package twostoves.sandbox;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The class path of this process. */
public final class ClassPath {

    private ClassPath() {}

    /**
     * Tells the class path in a form that is good for any working directory.
     *
     * @return absolute paths, in order
     */
    public static String absolute() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
