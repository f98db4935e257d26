package twostoves.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Compiles inside a worker, in a directory of its own in the worker's scratch, which is gone afterwards. */
final class CompilerRoom {

    private final Path room;
    private final Path sources;
    private final Path classes;

    private CompilerRoom(Path room) throws IOException {
        this.room = room;
        this.sources = Files.createDirectory(room.resolve("sources"));
        this.classes = Files.createDirectory(room.resolve("classes"));
    }

    /**
     * Compiles the files of an order.
     *
     * @param scratch an existing directory
     * @param order the files
     * @param says is told of each file that the compiler turns to
     * @return what came of it
     */
    static Compiling compile(Path scratch, Order.Compile order, Consumer<Compiling> says) {
        try {
            CompilerRoom room = new CompilerRoom(Files.createTempDirectory(scratch, "compiler-"));
            try {
                return room.compile(order, says);
            } finally {
                Directories.delete(room.room);
            }
        } catch (IOException | RuntimeException fault) {
            return new Compiling.Fault(fault.toString());
        }
    }

    private Compiling compile(Order.Compile order, Consumer<Compiling> says) throws IOException {
        List<String> files = new ArrayList<>();
        for (NamedFile source : order.sources()) {
            Path file = sources.resolve(source.name());
            Files.createDirectories(file.getParent());
            Files.write(file, source.content());
            files.add(file.toString());
        }
        try (Javac compiler = new Javac(file -> says.accept(new Compiling.At(nameOf(sources, Path.of(file)))))) {
            CompilerReply reply = compiler.compile(
                    new CompilerOrder(sources.toString(), files, order.classPath(), classes.toString()));
            CompilerReply named = reply.naming(file -> nameOf(sources, Path.of(file)));
            return new Compiling.Done(named, reply.complaints().isEmpty() ? classFiles() : List.of());
        }
    }

    private List<NamedFile> classFiles() throws IOException {
        List<NamedFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                found.add(new NamedFile(nameOf(classes, file), Files.readAllBytes(file)));
            }
        }
        return found;
    }

    private static String nameOf(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
