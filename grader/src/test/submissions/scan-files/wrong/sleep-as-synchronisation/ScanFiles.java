// Mistake: a pause that is hoped to be long enough.
package twostoves.concurrency;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import twostoves.contract.ScanFilesContract;
import twostoves.kit.ScanFailure;

public final class ScanFiles implements ScanFilesContract {

    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        Map<Path, Result> results = new ConcurrentHashMap<>();
        for (Path file : files) {
            Thread.ofVirtual().start(() -> results.put(file, scan(file)));
        }
        Thread.sleep(500);
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
