package twostoves.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The temporary directory and the processes of one grading. Both are gone when it is closed, and also when the grader is
 * stopped in the middle, by Ctrl-C for example.
 */
final class Workshop implements AutoCloseable {

    private static final String CLASSES = "classes";

    private final Path directory;
    private final Set<WorkerProcess> workers = ConcurrentHashMap.newKeySet();
    private final Thread hook = Thread.ofPlatform().unstarted(this::clear);

    private Workshop(Path directory) {
        this.directory = directory;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static Workshop open() {
        try {
            return new Workshop(Files.createTempDirectory("kata-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a directory of that name. */
    Path room(String name) {
        try {
            return Files.createDirectory(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the directory for the submission's classes, which workers may read. */
    Path roomForClasses() {
        return room(CLASSES);
    }

    WorkerProcess startWorker(Options options, String... arguments) {
        return startWorker(options, List.of(arguments));
    }

    WorkerProcess startWorker(Options options, List<String> arguments) {
        WorkerProcess worker =
                WorkerProcess.start(options, room("worker-" + workers.size()), directory.resolve(CLASSES), arguments);
        workers.add(worker);
        return worker;
    }

    /** In this order: when the grader is stopped meanwhile, the hook begins anew. */
    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // it clears once more
        }
    }

    private void clear() {
        workers.forEach(WorkerProcess::close);
        List<Path> contents;
        try {
            contents = Directories.bottomUp(directory);
        } catch (IOException e) {
            return;
        }
        for (Path path : contents) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // a process on its way out may still write; the system clears its temporary directory in time
            }
        }
    }
}
