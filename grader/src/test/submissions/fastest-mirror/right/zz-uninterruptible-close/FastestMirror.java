// Idea: shutdownNow before the failures are read
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

@Override
public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(api); if (mirrors.isEmpty()) { throw new IllegalArgumentException("no mirrors"); }

var failures = Collections.synchronizedList(new ArrayList<IOException>());
try (var executor = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
 return executor.invokeAny(mirrors.stream().map(m -> (Callable<String>) () -> { try { return api.get(m); } catch (IOException e) { failures.add(e); throw e; } }).toList());
} catch (ExecutionException e) { IOException all = new IOException("all mirrors failed", e.getCause()); synchronized (failures) { failures.forEach(all::addSuppressed); } throw all; }
}

}
