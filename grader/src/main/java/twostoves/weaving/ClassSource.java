package twostoves.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the learner's compiled classes are. */
@FunctionalInterface
public interface ClassSource {

    /**
     * Finds a class file.
     *
     * @param className the binary name of the class
     * @return where it is; empty if there is no such class
     */
    Optional<URL> locate(String className);

    /**
     * Reads a class file.
     *
     * @param className the binary name of the class
     * @return its bytes; empty if there is no such class
     * @throws UncheckedIOException if it is there and cannot be read
     */
    default Optional<byte[]> find(String className) {
        return locate(className).map(location -> {
            try (InputStream in = location.openStream()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("the class file " + location + " cannot be read", e);
            }
        });
    }

    /**
     * Takes classes from a directory.
     *
     * @param root the directory in which packages begin
     * @return the source
     */
    static ClassSource directory(Path root) {
        return className -> {
            Path file = root.resolve(className.replace('.', '/') + ".class");
            try {
                return Files.isRegularFile(file) ? Optional.of(file.toUri().toURL()) : Optional.empty();
            } catch (MalformedURLException e) {
                throw new UncheckedIOException("the class file " + file + " has no address", e);
            }
        };
    }

    /**
     * Takes classes from an address, as {@link LearnerClasses#rootOf} tells it to another process.
     *
     * @param root the address of the directory or jar in which packages begin, with a slash at its end
     * @return the source
     */
    static ClassSource below(URI root) {
        return className -> {
            try {
                URL location = URI.create(root + className.replace('.', '/') + ".class")
                        .toURL();
                location.openStream().close();
                return Optional.of(location);
            } catch (MalformedURLException e) {
                throw new UncheckedIOException("there are no classes at " + root, e);
            } catch (IOException notThere) {
                return Optional.empty();
            }
        };
    }

    /**
     * Takes classes from the class path.
     *
     * @param loader the loader that has them as resources
     * @return the source
     */
    static ClassSource classPath(ClassLoader loader) {
        return className -> Optional.ofNullable(loader.getResource(className.replace('.', '/') + ".class"));
    }
}
