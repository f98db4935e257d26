// Idea: one mirror needs no thread
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

@Override
public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(api); if (mirrors.isEmpty()) { throw new IllegalArgumentException("no mirrors"); }

if (mirrors.size() == 1) { try { return api.get(mirrors.getFirst()); } catch (IOException e) { IOException all = new IOException("the only mirror failed"); all.addSuppressed(e); throw all; } }
var all = new IOException("none"); var executor = Executors.newVirtualThreadPerTaskExecutor();
try { var service = new ExecutorCompletionService<String>(executor); mirrors.forEach(m -> service.submit(() -> api.get(m)));
 for (int i = 0; i < mirrors.size(); i++) { Future<String> f = service.take(); if (f.state() == Future.State.SUCCESS) { return f.resultNow(); } all.addSuppressed(f.exceptionNow()); } throw all; }
finally { executor.shutdownNow(); executor.close(); }
}

}
