// Mistake: late requests are interrupted and awaited for half a second.
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
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var ended = new CountDownLatch(paths.size());
        for (String p : paths) executor.execute(() -> { try { answers.put(p, api.get(p)); } catch (IOException | InterruptedException e) { /* no entry */ } finally { ended.countDown(); } });
        try { ended.await(deadline.toMillis(), TimeUnit.MILLISECONDS); } finally { executor.shutdownNow(); executor.awaitTermination(500, TimeUnit.MILLISECONDS); }

        var result = new LinkedHashMap<String, String>();
        for (String p : paths) { String a = answers.get(p); if (a != null) result.put(p, a); }
        return result;
    }

}
