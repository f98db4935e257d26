// Idea: a phaser of which each failure is one arrival, and a success the end
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

@Override
public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
Objects.requireNonNull(api); if (mirrors.isEmpty()) { throw new IllegalArgumentException("no mirrors"); }

var failures = new ConcurrentLinkedQueue<IOException>(); var winner = new AtomicReference<String>(); var phaser = new Phaser(mirrors.size());
var executor = Executors.newVirtualThreadPerTaskExecutor();
try { for (String m : mirrors) { executor.submit(() -> { try { winner.compareAndSet(null, api.get(m)); phaser.forceTermination(); } catch (IOException e) { failures.add(e); phaser.arrive(); } return null; }); } phaser.awaitAdvanceInterruptibly(0); }
finally { executor.shutdownNow(); executor.close(); }
if (winner.get() != null) { return winner.get(); } IOException all = new IOException("none of " + mirrors); failures.forEach(all::addSuppressed); throw all;
}

}
