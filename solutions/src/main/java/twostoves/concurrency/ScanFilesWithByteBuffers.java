package twostoves.concurrency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.ScanFilesContract;
import twostoves.kit.ScanFailure;

/**
 * Exercise 8 with blocks of bytes: a channel, one buffer that is filled again and again, and no text made of it.
 *
 * <p>To be preferred where a line may be very long: a reader holds each line as a whole, and this holds 8 KiB.
 */
public final class ScanFilesWithByteBuffers implements ScanFilesContract {

    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        var counted = new LinkedHashMap<Path, Long>();
        var failures = new LinkedHashMap<Path, IOException>();
        // Closing the executor waits for its threads, so no file is being read any more when this method is left.
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var scans = new LinkedHashMap<Path, Future<Long>>();
            for (Path file : files) {
                scans.put(file, executor.submit(() -> count(file)));
            }
            // One thread alone fills the maps, in the order of the files, so they need no lock.
            for (Map.Entry<Path, Future<Long>> scan : scans.entrySet()) {
                try {
                    counted.put(scan.getKey(), scan.getValue().get());
                } catch (ExecutionException e) {
                    failures.put(scan.getKey(), original(e.getCause()));
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new ScanFailure(counted, failures);
        }
        return counted;
    }

    /** In UTF-8 the byte of a line end is part of no other character. */
    private static long count(Path file) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(8192);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long lines = 0;
            byte last = '\n';
            while (channel.read(block.clear()) >= 0) {
                block.flip();
                while (block.hasRemaining()) {
                    last = block.get();
                    if (last == '\n') {
                        lines++;
                    }
                }
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
