// Mistake: blocks of 2 MiB, where 1 MiB is the most.
package twostoves.concurrency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
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
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer block = ByteBuffer.allocate(2 << 20);
            long lines = 0;
            byte last = '\n';
            while (channel.read(block) >= 0) {
                block.flip();
                while (block.hasRemaining()) {
                    last = block.get();
                    lines += last == '\n' ? 1 : 0;
                }
                block.clear();
            }
            return last == '\n' ? lines : lines + 1;
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
