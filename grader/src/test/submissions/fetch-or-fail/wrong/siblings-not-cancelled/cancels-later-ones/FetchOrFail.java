// Mistake: only those after it in the list are cancelled
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
var requests = new ArrayList<Future<String>>();
try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
 var ended = new ExecutorCompletionService<String>(executor);
 for (String path : paths) { requests.add(ended.submit(() -> api.get(path))); }
 try { for (int i = 0; i < paths.size(); i++) { Future<String> f = ended.take(); try { f.get(); } catch (ExecutionException e) { requests.subList(requests.indexOf(f), requests.size()).forEach(r -> r.cancel(true)); throw e; } } } catch (InterruptedException e) { executor.shutdownNow(); throw e; }
} catch (ExecutionException e) { throw withTheOthers(e.getCause(), requests); }
return requests.stream().map(Future::resultNow).toList();
}

private static RuntimeException withTheOthers(Throwable first, List<Future<String>> requests) throws IOException, InterruptedException {
 requests.stream().filter(r -> r.state() == Future.State.FAILED).map(Future::exceptionNow).filter(f -> f != first && !(f instanceof InterruptedException)).forEach(first::addSuppressed);
 throw original(first);
}
private static RuntimeException original(Throwable cause) throws IOException, InterruptedException {
 return switch (cause) { case IOException e -> throw e; case InterruptedException e -> throw e; case Error e -> throw e; case RuntimeException e -> e; default -> new IllegalStateException(cause); };
}
}
