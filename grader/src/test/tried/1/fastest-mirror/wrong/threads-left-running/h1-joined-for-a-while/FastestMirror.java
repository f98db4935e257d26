// Mistake: each loser is joined for 50 ms and no longer.
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
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.*;

public final class FastestMirror implements FastestMirrorContract {
    @Override
    public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(mirrors); Objects.requireNonNull(api); if (mirrors.isEmpty()) throw new IllegalArgumentException("no mirrors");

        var answer = new CompletableFuture<String>();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var open = new AtomicInteger(mirrors.size());
        List<Thread> threads = new ArrayList<>();
        for (String m : mirrors) threads.add(Thread.startVirtualThread(() -> {
            try { answer.complete(api.get(m)); } catch (IOException e) { failures.add(e); } catch (InterruptedException e) { /* lost */ }
            if (open.decrementAndGet() == 0) answer.completeExceptionally(new IOException("none"));
        }));
        try { return answer.get(); }
        catch (ExecutionException e) { IOException none = new IOException("none"); failures.forEach(none::addSuppressed); throw none; }
        finally { threads.forEach(Thread::interrupt); for (Thread t : threads) t.join(50); }
    }

}
