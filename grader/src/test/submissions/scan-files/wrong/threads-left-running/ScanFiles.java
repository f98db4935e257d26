// Mistake: the collector waits for one more result than there will be.
package twostoves.concurrency;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import twostoves.contract.ScanFilesContract;
import twostoves.kit.ScanFailure;

public final class ScanFiles implements ScanFilesContract {

    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        BlockingQueue<Result> queue = new LinkedBlockingQueue<>();
        Map<Path, Result> results = new ConcurrentHashMap<>();
        CountDownLatch done = new CountDownLatch(files.size());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Result result = queue.take();
                    results.put(result.file(), result);
                    done.countDown();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            files.forEach(file -> executor.execute(() -> queue.add(scan(file))));
            done.await();
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
