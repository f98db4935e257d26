// Idea: whenComplete of each future shuts the pool down
package twostoves.concurrency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

@Override
public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);

var failures = new ConcurrentLinkedQueue<IOException>();
var executor = Executors.newCachedThreadPool();
List<CompletableFuture<String>> all;
try {
 all = paths.stream().map(p -> CompletableFuture.supplyAsync(() -> { try { return api.get(p); } catch (IOException e) { failures.add(e); throw new UncheckedIOException(e); } catch (InterruptedException e) { throw new CancellationException(); } }, executor)).toList();
 var any = new CompletableFuture<Void>(); all.forEach(f -> f.exceptionally(t -> { any.complete(null); return null; }));
 CompletableFuture.anyOf(any, CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))).get();
} catch (ExecutionException e) { executor.shutdownNow(); executor.close(); IOException first = failures.poll(); if (first != null) { failures.forEach(first::addSuppressed); throw first; }
 throw new IllegalStateException(e); }
finally { executor.shutdownNow(); executor.close(); }
IOException first = failures.poll(); if (first != null) { failures.forEach(first::addSuppressed); throw first; }
return all.stream().map(CompletableFuture::join).toList();
}

}
