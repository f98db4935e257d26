// Idea: a pool that is a class of its own; its awaitTermination is given the deadline.
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

        var answers = new ConcurrentHashMap<String, String>();
        final class Pool extends ThreadPoolExecutor {
            Pool() { super(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Thread.ofVirtual().factory()); }
        }
        Pool pool = new Pool();
        try {
            for (String p : paths) pool.execute(() -> { try { answers.put(p, api.get(p)); } catch (IOException | InterruptedException e) { /* no entry */ } });
            pool.shutdown();
            pool.awaitTermination(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } finally { pool.shutdownNow(); pool.close(); }
        var result = new LinkedHashMap<String, String>();
        for (String p : paths) { String a = answers.get(p); if (a != null) result.put(p, a); }
        return result;
    }

}
