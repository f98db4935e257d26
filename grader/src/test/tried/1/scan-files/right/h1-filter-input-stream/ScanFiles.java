// Idea: a FilterInputStream counts what passes through it to a null output stream.
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

    private static final class Counting extends FilterInputStream {
        long lines; int last = '\n';
        Counting(InputStream in) { super(in); }
        @Override public int read(byte[] b, int off, int len) throws IOException {
            int n = super.read(b, off, len);
            for (int i = off; i < off + n; i++) { if (b[i] == '\n') lines++; last = b[i]; }
            return n;
        }
        long lines() { return last == '\n' ? lines : lines + 1; }
    }
    private static long count(Path file) throws IOException {
        try (var in = new Counting(Files.newInputStream(file))) { in.transferTo(OutputStream.nullOutputStream()); return in.lines(); }
    }
}
