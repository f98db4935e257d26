// Mistake: after a failure nobody counts down.
package twostoves.concurrency;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import twostoves.contract.ScanFilesContract;

public final class ScanFiles implements ScanFilesContract {

    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        Map<Path, Long> lines = new ConcurrentHashMap<>();
        CountDownLatch done = new CountDownLatch(files.size());
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Path file : files) {
                executor.submit(() -> {
                    lines.put(file, count(file));
                    done.countDown();
                    return null;
                });
            }
            done.await();
        }
        Map<Path, Long> counted = new LinkedHashMap<>();
        files.forEach(file -> counted.put(file, lines.get(file)));
        return counted;
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
}
