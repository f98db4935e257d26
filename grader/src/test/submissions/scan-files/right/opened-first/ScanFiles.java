// Idea: the caller opens all files, and threads read and close them.
package twostoves.concurrency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Map<Path, Future<Long>> scans = new LinkedHashMap<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Path file : files) {
                try {
                    BufferedReader reader = Files.newBufferedReader(file);
                    scans.put(file, executor.submit(() -> count(reader)));
                } catch (IOException e) {
                    failures.put(file, e);
                }
            }
            for (Map.Entry<Path, Future<Long>> scan : scans.entrySet()) {
                try {
                    counted.put(scan.getKey(), scan.getValue().get());
                } catch (ExecutionException e) {
                    failures.put(scan.getKey(), original(e.getCause()));
                }
            }
        }
        if (!failures.isEmpty()) {
            Map<Path, IOException> inOrder = new LinkedHashMap<>();
            files.stream().filter(failures::containsKey).forEach(file -> inOrder.put(file, failures.get(file)));
            throw new ScanFailure(counted, inOrder);
        }
        return counted;
    }

    private static long count(BufferedReader reader) throws IOException {
        try (reader) {
            return reader.lines().count();
        } catch (UncheckedIOException e) {
            throw e.getCause();
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
