// Idea: one path needs no thread
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

@Override
public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);

if (paths.size() == 1) { return List.of(api.get(paths.getFirst())); }
var requests = new ArrayList<Future<String>>(); var failures = new ConcurrentLinkedQueue<IOException>();
try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
 var ended = new ExecutorCompletionService<String>(executor);
 for (String path : paths) { requests.add(ended.submit(() -> { try { return api.get(path); } catch (IOException e) { failures.add(e); throw e; } })); }
 try { for (int i = 0; i < paths.size(); i++) { ended.take().get(); } } catch (ExecutionException e) { requests.forEach(r -> r.cancel(true)); } catch (InterruptedException e) { requests.forEach(r -> r.cancel(true)); throw e; }
}
IOException first = failures.poll(); if (first != null) { failures.forEach(first::addSuppressed); throw first; }
return requests.stream().map(Future::resultNow).toList();
}

}
