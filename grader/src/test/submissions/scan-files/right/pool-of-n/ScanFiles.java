// Idea: a fixed pool with a thread for each file, and a reader that counts lines itself.
package twostoves.concurrency;

import java.io.IOException;
import java.io.LineNumberReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.ScanFilesContract;
import twostoves.kit.ScanFailure;

public final class ScanFiles implements ScanFilesContract {

    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        Map<Path, Long> counted = new LinkedHashMap<>();
        Map<Path, IOException> failures = new LinkedHashMap<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, files.size()))) {
            List<Future<Long>> scans = new ArrayList<>();
            for (Path file : files) {
                scans.add(executor.submit(() -> count(file)));
            }
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

    private static long count(Path file) throws IOException {
        try (LineNumberReader reader = new LineNumberReader(Files.newBufferedReader(file))) {
            while (reader.readLine() != null) {
                // the reader counts
            }
            return reader.getLineNumber();
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
