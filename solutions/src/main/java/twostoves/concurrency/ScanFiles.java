package twostoves.concurrency;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.ScanFilesContract;
import twostoves.kit.ScanFailure;

/**
 * The reference for exercise 8: a virtual thread for each file, a reader that holds one line at a time, and two maps for what
 * came of it.
 */
public final class ScanFiles implements ScanFilesContract {

    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        var counted = new LinkedHashMap<Path, Long>();
        var failures = new LinkedHashMap<Path, IOException>();
        // Closing the executor waits for its threads, so no file is being read any more when this method is left.
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var scans = new LinkedHashMap<Path, Future<Long>>();
            for (Path file : files) {
                scans.put(file, executor.submit(() -> count(file)));
            }
            // One thread alone fills the maps, in the order of the files, so they need no lock.
            for (Map.Entry<Path, Future<Long>> scan : scans.entrySet()) {
                try {
                    counted.put(scan.getKey(), scan.getValue().get());
                } catch (ExecutionException e) {
                    failures.put(scan.getKey(), original(e.getCause()));
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
