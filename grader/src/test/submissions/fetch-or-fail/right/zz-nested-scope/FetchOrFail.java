// Idea: a supervisor thread that is joined
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

@Override
public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);

var failures = new ConcurrentLinkedQueue<IOException>(); var answers = new ConcurrentSkipListMap<Integer, String>();
Thread caller = Thread.currentThread();
var threads = new ArrayList<Thread>(); var done = new CompletableFuture<Void>(); var open = new AtomicInteger(paths.size());
if (paths.isEmpty()) { return List.of(); }
for (int i = 0; i < paths.size(); i++) { int at = i; threads.add(Thread.ofVirtual().unstarted(() -> { try { answers.put(at, api.get(paths.get(at))); } catch (IOException e) { failures.add(e); done.complete(null); } catch (InterruptedException e) { return; } if (open.decrementAndGet() == 0) { done.complete(null); } })); }
threads.forEach(Thread::start);
try { done.get(); } catch (ExecutionException e) { throw new IllegalStateException(e); }
finally { threads.forEach(Thread::interrupt); boolean again = Thread.interrupted(); for (Thread t : threads) { while (t.isAlive()) { try { t.join(); } catch (InterruptedException e) { again = true; } } } if (again) { Thread.currentThread().interrupt(); } }
IOException first = failures.poll(); if (first != null) { failures.forEach(first::addSuppressed); throw first; }
return List.copyOf(answers.values());
}

}
