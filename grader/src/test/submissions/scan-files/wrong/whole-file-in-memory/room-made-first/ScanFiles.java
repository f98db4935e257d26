// Mistake: room for the whole file is made before it is read.
package twostoves.concurrency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
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
        var bytes = new ByteArrayOutputStream((int) Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(bytes);
        }
        return bytes.toString().lines().count();
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
