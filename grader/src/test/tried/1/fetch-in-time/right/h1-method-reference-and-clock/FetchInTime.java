// Idea: a clock that ticks, and a timed poll by method reference.
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

        interface Timed<T> { T within(long time, TimeUnit unit) throws InterruptedException; }
        record Mail(String path, String answer) {}
        var box = new LinkedTransferQueue<Mail>();
        Timed<Mail> poll = box::poll;
        var answers = new HashMap<String, String>();
        Clock clock = Clock.offset(Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)), Duration.ofDays(1));
        Instant end = clock.instant().plus(deadline);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (String p : paths) executor.execute(() -> {
                    try { box.put(new Mail(p, api.get(p))); } catch (IOException e) { box.add(new Mail(p, null)); } catch (InterruptedException e) { /* late */ }
                });
                for (int i = 0; i < paths.size(); i++) {
                    Mail m = poll.within(Duration.between(clock.instant(), end).toMillis(), TimeUnit.MILLISECONDS);
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
