// Mistake: applyToEither takes whichever future ends first, also if it fails.
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

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var failures = new ConcurrentLinkedQueue<Throwable>();
                CompletableFuture<String> best = null;
                for (String m : mirrors) {
                    var f = new CompletableFuture<String>();
                    executor.execute(() -> { try { f.complete(api.get(m)); } catch (IOException | InterruptedException e) { failures.add(e); f.completeExceptionally(e); } });
                    best = best == null ? f : best.applyToEither(f, Function.identity());
                }
                try { return best.get(); }
                catch (ExecutionException e) { IOException none = new IOException("none"); failures.forEach(none::addSuppressed); throw none; }
            } finally { executor.shutdownNow(); }
        }
    }

}
