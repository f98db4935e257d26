// Idea: completable futures chained by thenCompose, completed by virtual threads, awaited by get of the fold.
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
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.*;

public final class FetchThousands implements FetchThousandsContract {
    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api);

        CompletableFuture<List<String>> all = CompletableFuture.completedFuture(new ArrayList<>(paths.size()));
        List<CompletableFuture<String>> each = new ArrayList<>(paths.size());
        List<Thread> threads = new ArrayList<>(paths.size());
        for (String path : paths) {
            var f = new CompletableFuture<String>();
            each.add(f);
            threads.add(Thread.startVirtualThread(() -> { try { f.complete(api.get(path)); } catch (Throwable e) { f.completeExceptionally(e); } }));
        }
        List<String> answers = new ArrayList<>(paths.size());
        try { for (var f : each) answers.add(f.get()); }
        catch (ExecutionException e) { throw original(e.getCause()); }
        finally {
            boolean interrupted = false;
            for (Thread t : threads) { while (t.isAlive()) try { t.join(); } catch (InterruptedException e) { interrupted = true; } }
            if (interrupted) Thread.currentThread().interrupt();
        }
        return answers;
    }

    private static RuntimeException original(Throwable t) throws IOException, InterruptedException {
        return switch (t) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(t);
        };
    }

}
