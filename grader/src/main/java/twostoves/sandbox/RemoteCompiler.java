package twostoves.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The grader's side of a worker that compiles: hands sources in, and puts the class files that come back where they belong. */
final class RemoteCompiler {

    private RemoteCompiler() {}

    /**
     * Compiles in a worker.
     *
     * @param order which files, and where their classes go
     * @param worker a worker that has judged nothing yet; of no more use if the compiler does not come to its end
     * @param limit how much processor time it may take
     * @return what came of it
     * @throws IllegalStateException if the worker fails by itself, or if the calling thread is interrupted
     */
    static CompilerReply compile(CompilerOrder order, WorkerProcess worker, Duration limit) {
        Path root = Path.of(order.root());
        try {
            Compiling.Done done =
                    worker.compile(new Order.Compile(read(root, order.sources()), order.classPath()), limit);
            write(done.classes(), Path.of(order.classes()));
            return done.reply().naming(file -> root.resolve(file).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            worker.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a submission was compiled", e);
        }
    }

    private static List<NamedFile> read(Path root, List<String> sources) throws IOException {
        List<NamedFile> files = new ArrayList<>();
        for (String source : sources) {
            Path file = Path.of(source);
            files.add(new NamedFile(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file)));
        }
        return files;
    }

    private static void write(List<NamedFile> classFiles, Path classes) throws IOException {
        for (NamedFile classFile : classFiles) {
            Path file = classes.resolve(classFile.name()).normalize();
            if (!file.startsWith(classes)) {
                throw new IllegalStateException("a class file is named " + classFile.name());
            }
            Files.createDirectories(file.getParent());
            Files.write(file, classFile.content());
        }
    }
}
