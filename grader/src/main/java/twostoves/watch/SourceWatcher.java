package twostoves.watch;

import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.helpers.NOPLogger;

/**
 * Tells of every write below a directory as soon as the system does. A hint only, since not all file systems tell of
 * writes: who needs to know looks now and then as well.
 */
final class SourceWatcher implements AutoCloseable {

    private final Optional<DirectoryWatcher> watcher;

    private SourceWatcher(Optional<DirectoryWatcher> watcher) {
        this.watcher = watcher;
    }

    /**
     * Begins to watch, as far as the system lets it.
     *
     * @param directory the directory
     * @param told what to do after each write, on another thread
     */
    static SourceWatcher of(Path directory, Runnable told) {
        if (!Files.isDirectory(directory)) {
            return new SourceWatcher(Optional.empty());
        }
        try {
            DirectoryWatcher watcher = DirectoryWatcher.builder()
                    .path(directory)
                    .fileHashing(false)
                    .logger(NOPLogger.NOP_LOGGER)
                    .listener(event -> told.run())
                    .build();
            CompletableFuture<Void> _ = watcher.watchAsync(
                    task -> Thread.ofPlatform().daemon().name("kata-files").start(task));
            return new SourceWatcher(Optional.of(watcher));
        } catch (IOException refused) {
            return new SourceWatcher(Optional.empty());
        }
    }

    @Override
    public void close() {
        try {
            if (watcher.isPresent()) {
                watcher.get().close();
            }
        } catch (IOException e) {
            // it watches no more, or nobody listens any more
        }
    }
}
