// Idea: answers come through a mailbox, a class of its own that extends LinkedBlockingQueue.
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
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.*;

public final class FetchInTime implements FetchInTimeContract {
    @Override
    public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api); if (!deadline.isPositive()) throw new IllegalArgumentException("deadline");

        record Mail(String path, String answer) {}
        final class Mailbox extends LinkedBlockingQueue<Mail> {}
        var box = new Mailbox();
        var answers = new HashMap<String, String>();
        long end = System.nanoTime() + deadline.toNanos();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (String p : paths) executor.execute(() -> {
                    try { box.put(new Mail(p, api.get(p))); } catch (IOException e) { box.add(new Mail(p, null)); } catch (InterruptedException e) { /* late */ }
                });
                for (int i = 0; i < paths.size(); i++) {
                    Mail m = box.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                    if (m == null) break;
                    if (m.answer() != null) answers.put(m.path(), m.answer());
                }
            } finally { executor.shutdownNow(); }
        }
        var result = new LinkedHashMap<String, String>();
        for (String p : paths) { String a = answers.get(p); if (a != null) result.put(p, a); }
        return result;
    }

}
