package twostoves.simulation;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;

/**
 * A path on a {@link SimulatedDisk}: {@code /} and names.
 *
 * @param system the file system
 * @param isAbsolute whether it begins at the root
 * @param names the names between the slashes
 */
record DiskPath(DiskFileSystem system, boolean isAbsolute, List<String> names) implements Path {

    DiskPath {
        names = List.copyOf(names);
    }

    static DiskPath parse(DiskFileSystem system, String text) {
        List<String> names = new ArrayList<>(List.of(text.split("/")));
        names.removeIf(String::isEmpty);
        return new DiskPath(system, text.startsWith("/"), names);
    }

    private DiskPath relative(List<String> some) {
        return new DiskPath(system, false, some);
    }

    static DiskPath of(Path path) {
        if (path instanceof DiskPath own) {
            return own;
        }
        throw new ProviderMismatchException();
    }

    private boolean isOfThisSystem(Path other) {
        return other instanceof DiskPath own && own.system == system;
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public Path getRoot() {
        return isAbsolute ? new DiskPath(system, true, List.of()) : null;
    }

    @Override
    public Path getFileName() {
        return names.isEmpty() ? null : relative(List.of(names.getLast()));
    }

    @Override
    public Path getParent() {
        if (names.isEmpty() || !isAbsolute && names.size() == 1) {
            return null;
        }
        return new DiskPath(system, isAbsolute, names.subList(0, names.size() - 1));
    }

    @Override
    public int getNameCount() {
        return names.size();
    }

    @Override
    public Path getName(int index) {
        return subpath(index, index + 1);
    }

    @Override
    public Path subpath(int from, int to) {
        if (from < 0 || to > names.size() || from >= to) {
            throw new IllegalArgumentException();
        }
        return relative(names.subList(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return isOfThisSystem(other)
                && other.isAbsolute() == isAbsolute
                && other.getNameCount() <= names.size()
                && names.subList(0, other.getNameCount()).equals(of(other).names);
    }

    @Override
    public boolean endsWith(Path other) {
        if (other.isAbsolute()) {
            return equals(other);
        }
        return isOfThisSystem(other)
                && other.getNameCount() <= names.size()
                && names.subList(names.size() - other.getNameCount(), names.size())
                        .equals(of(other).names);
    }

    @Override
    public Path normalize() {
        List<String> left = new ArrayList<>();
        for (String name : names) {
            if (name.equals("..") && !left.isEmpty()) {
                left.removeLast();
            } else if (!name.equals(".")) {
                left.add(name);
            }
        }
        return new DiskPath(system, isAbsolute, left);
    }

    @Override
    public Path resolve(Path other) {
        if (other.isAbsolute()) {
            return other;
        }
        List<String> all = new ArrayList<>(names);
        all.addAll(of(other).names);
        return new DiskPath(system, isAbsolute, all);
    }

    @Override
    public Path relativize(Path other) {
        if (!other.startsWith(this)) {
            throw new IllegalArgumentException(other + " does not begin with " + this);
        }
        return relative(of(other).names.subList(names.size(), other.getNameCount()));
    }

    @Override
    public URI toUri() {
        return URI.create(DiskProvider.SCHEME + ":" + toAbsolutePath());
    }

    @Override
    public Path toAbsolutePath() {
        return isAbsolute ? this : new DiskPath(system, true, names);
    }

    @Override
    public Path toRealPath(LinkOption... options) {
        return toAbsolutePath().normalize();
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("this disk cannot be watched");
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(of(other).toString());
    }

    /** The same in every run, so that the order of a hash table is, too. */
    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return (isAbsolute ? "/" : "") + String.join("/", names);
    }
}
