// Idea: an interrupt comes out as an IOException, the flag set
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
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

var answers = new TreeMap<Integer, Future<String>>(); 
try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
 var ended = new ExecutorCompletionService<String>(executor);
 for (int i = 0; i < paths.size(); i++) { String p = paths.get(i); answers.put(i, ended.submit(() -> api.get(p))); }
 IOException failed = null;
 for (int i = 0; i < paths.size() && failed == null; i++) {
  try { ended.take().get(); } catch (ExecutionException e) { if (e.getCause() instanceof IOException io) { failed = io; } else { throw original(e.getCause()); } }
  catch (InterruptedException e) { executor.shutdownNow(); Thread.currentThread().interrupt(); throw new IOException("interrupted", e); }
 }
 if (failed != null) { executor.shutdownNow(); executor.close(); for (Future<String> f : answers.values()) { if (f.state() == Future.State.FAILED && f.exceptionNow() != failed && f.exceptionNow() instanceof IOException) { failed.addSuppressed(f.exceptionNow()); } } throw failed; }
}
return answers.values().stream().map(Future::resultNow).toList();
}

private static RuntimeException original(Throwable cause) throws IOException, InterruptedException {
 return switch (cause) { case IOException e -> throw e; case InterruptedException e -> throw e; case Error e -> throw e; case RuntimeException e -> e; default -> new IllegalStateException(cause); };
}
}
