// Idea: a tree of futures: the winner of two is whichever succeeds first, and fails only if both do.
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

        List<Thread> threads = new ArrayList<>();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (String m : mirrors) {
            var f = new CompletableFuture<String>();
            all.add(f);
            threads.add(Thread.startVirtualThread(() -> {
                try { f.complete(api.get(m)); } catch (IOException e) { failures.add(e); f.completeExceptionally(e); } catch (InterruptedException e) { /* lost */ }
            }));
        }
        try { return winner(all).get(); }
        catch (ExecutionException e) { IOException none = new IOException("none"); failures.forEach(none::addSuppressed); throw none; }
        finally { threads.forEach(Thread::interrupt); joinAll(threads); }
    }

    private static CompletableFuture<String> winner(List<CompletableFuture<String>> some) {
        if (some.size() == 1) return some.getFirst();
        int middle = some.size() / 2;
        var left = winner(some.subList(0, middle));
        var right = winner(some.subList(middle, some.size()));
        var result = new CompletableFuture<String>();
        left.thenAccept(result::complete);
        right.thenAccept(result::complete);
        CompletableFuture.allOf(left, right).exceptionally(e -> { if (left.isCompletedExceptionally() && right.isCompletedExceptionally()) result.completeExceptionally(e); return null; });
        return result;
    }
    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
