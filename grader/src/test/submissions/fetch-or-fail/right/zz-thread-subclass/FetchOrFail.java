// Idea: a thread class of its own
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

@Override
public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);

var decided = new Semaphore(0); var requests = paths.stream().map(p -> new Request(p, api, decided)).toList();
requests.forEach(Thread::start);
boolean interrupted = false;
try { for (int i = 0; i < requests.size(); i++) { decided.acquire(); if (requests.stream().anyMatch(r -> r.failure != null)) { break; } } } catch (InterruptedException e) { interrupted = true; }
requests.forEach(Thread::interrupt);
for (Request r : requests) { while (r.isAlive()) { try { r.join(); } catch (InterruptedException e) { interrupted = true; } } }
if (interrupted) { throw new InterruptedException(); }
var failures = requests.stream().filter(r -> r.failure != null).map(r -> r.failure).toList();
if (!failures.isEmpty()) { failures.stream().skip(1).forEach(failures.getFirst()::addSuppressed); throw failures.getFirst(); }
return requests.stream().map(r -> r.answer).toList();
}

private static final class Request extends Thread {
 private final String path; private final RemoteApi api; private final Semaphore decided; private volatile String answer; private volatile IOException failure;
 Request(String path, RemoteApi api, Semaphore decided) { this.path = path; this.api = api; this.decided = decided; }
 @Override public void run() { try { answer = api.get(path); } catch (IOException e) { failure = e; } catch (InterruptedException e) { interrupt(); } finally { decided.release(); } }
}
}
