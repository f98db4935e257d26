// Mistake: the UncheckedIOException of Files.lines is not caught: the task dies of it, and the file is lost.
package twostoves.concurrency;

import java.io.*;
import java.nio.*;
import java.nio.channels.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.net.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import twostoves.contract.ScanFilesContract;
import twostoves.kit.*;

public final class ScanFiles implements ScanFilesContract {
    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        Objects.requireNonNull(files);

        Map<Path, Object> outcomes = new ConcurrentHashMap<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Path f : files) executor.execute(() -> {
                try { outcomes.put(f, count(f)); } catch (IOException e) { outcomes.put(f, e); }
            });
        }
        var counted = new LinkedHashMap<Path, Long>();
        var failures = new LinkedHashMap<Path, IOException>();
        for (Path f : files) if (outcomes.get(f) instanceof IOException e) failures.put(f, e); else counted.put(f, (Long) outcomes.get(f));
        if (!failures.isEmpty()) throw new ScanFailure(counted, failures);
        return counted;
    }

    private static long count(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) { return lines.count(); }
    }
}
