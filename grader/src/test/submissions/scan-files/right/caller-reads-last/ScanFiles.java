// Idea: the last file needs no thread but the caller's.
package twostoves.concurrency;

import java.io.BufferedReader;
import java.io.IOException;
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
        List<Result> results = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Result>> scans = new ArrayList<>();
            for (int i = 0; i < files.size() - 1; i++) {
                Path file = files.get(i);
                scans.add(executor.submit(() -> scan(file)));
            }
            Result last = files.isEmpty() ? null : scan(files.getLast());
            for (Future<Result> scan : scans) {
                results.add(scan.get());
            }
            if (last != null) {
                results.add(last);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return sorted(results);
    }

    private record Result(Path file, long lines, IOException failure) {}

    private static Result scan(Path file) {
        try {
            return new Result(file, count(file), null);
        } catch (IOException e) {
            return new Result(file, 0, e);
        }
    }

    private static long count(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long lines = 0;
            while (reader.readLine() != null) {
                lines++;
            }
            return lines;
        }
    }

    private static Map<Path, Long> sorted(Iterable<Result> results) throws ScanFailure {
        Map<Path, Long> counted = new LinkedHashMap<>();
        Map<Path, IOException> failures = new LinkedHashMap<>();
        for (Result result : results) {
            if (result.failure() == null) {
                counted.put(result.file(), result.lines());
            } else {
                failures.put(result.file(), result.failure());
            }
        }
        if (!failures.isEmpty()) {
            throw new ScanFailure(counted, failures);
        }
        return counted;
    }
}
