package twostoves.concurrency;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.ScanFilesContract;
import twostoves.kit.ScanFailure;

/**
 * Exercise 8 with {@code invokeAll}: it starts all tasks, waits for all of them, and interrupts them if it is interrupted.
 *
 * <p>To be preferred where nobody needs a result before all are there: the futures come back done, in the order of the files.
 */
public final class ScanFilesWithInvokeAll implements ScanFilesContract {

    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        var counted = new LinkedHashMap<Path, Long>();
        var failures = new LinkedHashMap<Path, IOException>();
        // Closing the executor waits for its threads, so no file is being read any more when this method is left.
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (Path file : files) {
                tasks.add(() -> count(file));
            }
            List<Future<Long>> scans = executor.invokeAll(tasks);
            for (int i = 0; i < files.size(); i++) {
                try {
                    counted.put(files.get(i), scans.get(i).get());
                } catch (ExecutionException e) {
                    failures.put(files.get(i), original(e.getCause()));
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new ScanFailure(counted, failures);
        }
        return counted;
    }

    /** The reader is closed whichever way this method is left, and forgets each line when it goes on to the next. */
    private static long count(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long lines = 0;
            while (reader.readLine() != null) {
                lines++;
            }
            return lines;
        }
    }

    private static IOException original(Throwable cause) {
        return switch (cause) {
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(cause);
        };
    }
}
