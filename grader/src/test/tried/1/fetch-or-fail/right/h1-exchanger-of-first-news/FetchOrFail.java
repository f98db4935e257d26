// Idea: a completable future per request and one for the first failure; the caller waits for anyOf with orTimeout of a day, far away.
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
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.*;

public final class FetchOrFail implements FetchOrFailContract {
    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api);

        var failures = new ConcurrentLinkedQueue<IOException>();
        var first = new CompletableFuture<Object>();
        List<CompletableFuture<String>> each = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (String p : paths) {
            var f = new CompletableFuture<String>();
            each.add(f);
            threads.add(Thread.ofVirtual().start(() -> {
                try { f.complete(api.get(p)); } catch (IOException e) { failures.add(e); first.complete(e); } catch (InterruptedException e) { f.cancel(false); }
            }));
        }
        try { CompletableFuture.anyOf(first, CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))).get(36_500, TimeUnit.DAYS); }
        catch (ExecutionException | TimeoutException e) { throw new IllegalStateException(e); }
        finally { threads.forEach(Thread::interrupt); joinAll(threads); }
        if (failures.isEmpty()) return each.stream().map(CompletableFuture::join).toList();
        IOException thrown = failures.poll();
        failures.forEach(thrown::addSuppressed);
        throw thrown;
    }

    private static void joinAll(List<? extends Thread> threads) {
        boolean interrupted = false;
        for (Thread t : threads) while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; }
        if (interrupted) Thread.currentThread().interrupt();
    }

}
