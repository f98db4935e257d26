// Idea: a completion service, and a map that is put into order at the end.
package twostoves.concurrency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import twostoves.contract.ScanFilesContract;
import twostoves.kit.ScanFailure;

public final class ScanFiles implements ScanFilesContract {

    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        Map<Path, Result> results = new HashMap<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Result> scans = new ExecutorCompletionService<>(executor);
            files.forEach(file -> scans.submit(() -> scan(file)));
            for (int i = 0; i < files.size(); i++) {
                Result result = scans.take().get();
                results.put(result.file(), result);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return sorted(files.stream().map(results::get).toList());
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
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (UncheckedIOException e) {
            throw e.getCause();
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
