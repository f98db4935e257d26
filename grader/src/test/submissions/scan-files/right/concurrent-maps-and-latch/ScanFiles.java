// Idea: concurrent maps filled by the threads, a latch, and a copy in the order of the list.
package twostoves.concurrency;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import twostoves.kit.ScanFailure;

public final class ScanFiles implements ScanFilesContract {

    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        Map<Path, Long> lines = new ConcurrentHashMap<>();
        Map<Path, IOException> problems = new ConcurrentHashMap<>();
        CountDownLatch done = new CountDownLatch(files.size());
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Path file : files) {
                executor.execute(() -> {
                    try {
                        lines.put(file, count(file));
                    } catch (IOException e) {
                        problems.put(file, e);
                    } finally {
                        done.countDown();
                    }
                });
            }
            done.await();
        }
        Map<Path, Long> counted = new LinkedHashMap<>();
        Map<Path, IOException> failures = new LinkedHashMap<>();
        for (Path file : files) {
            if (lines.containsKey(file)) {
                counted.put(file, lines.get(file));
            } else {
                failures.put(file, problems.get(file));
            }
        }
        if (!failures.isEmpty()) {
            throw new ScanFailure(counted, failures);
        }
        return counted;
    }

    private static long count(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long lines = 0;
            int last = '\n';
            for (int next = in.read(); next >= 0; next = in.read()) {
                lines += next == '\n' ? 1 : 0;
                last = next;
            }
            return last == '\n' ? lines : lines + 1;
        }
    }
}
