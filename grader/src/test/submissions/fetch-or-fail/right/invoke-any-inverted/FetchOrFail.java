// Idea: invokeAny waits for the first failure, told as a success
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

@Override
public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);

if (paths.isEmpty()) { return List.of(); }
int n = paths.size(); var answers = new AtomicReferenceArray<String>(n); var failures = new ConcurrentLinkedQueue<IOException>(); var open = new AtomicInteger(n);
try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
 var tasks = new ArrayList<Callable<Boolean>>();
 for (int i = 0; i < n; i++) { int at = i; tasks.add(() -> { try { answers.set(at, api.get(paths.get(at))); } catch (IOException e) { failures.add(e); return false; } if (open.decrementAndGet() == 0) { return true; } throw new IllegalStateException("not the last"); }); }
 executor.invokeAny(tasks);
} catch (ExecutionException e) { throw new IllegalStateException(e); }
IOException first = failures.poll(); if (first != null) { failures.forEach(first::addSuppressed); throw first; }
return IntStream.range(0, n).mapToObj(answers::get).toList();
}

}
