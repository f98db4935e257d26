// Idea: a phaser with a party for the failure
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

@Override
public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);

int n = paths.size(); if (n == 0) { return List.of(); }
var answers = new AtomicReferenceArray<String>(n); var failures = new ConcurrentLinkedQueue<IOException>(); var ended = new Phaser(n);
try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
 for (int i = 0; i < n; i++) { int at = i; executor.execute(() -> { try { answers.set(at, api.get(paths.get(at))); ended.arrive(); } catch (IOException e) { failures.add(e); ended.forceTermination(); } catch (InterruptedException e) { Thread.currentThread().interrupt(); } }); }
 try { ended.awaitAdvanceInterruptibly(0); } finally { executor.shutdownNow(); }
}
IOException first = failures.poll(); if (first != null) { failures.forEach(first::addSuppressed); throw first; }
return IntStream.range(0, n).mapToObj(answers::get).toList();
}

}
