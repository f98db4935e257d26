// Idea: a stamped lock around the request.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.StampedLock;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        var rw = new StampedLock();
        String[] out = new String[paths.size()];
        IOException[] bad = {null};
        var ts = new ArrayList<Thread>();
        for (int i = 0; i < out.length; i++) {
            int k = i;
            ts.add(Thread.startVirtualThread(() -> {
                long st = rw.writeLock();
                try {
                    out[k] = api.get(paths.get(k));
                } catch (IOException e) {
                    bad[0] = e;
                } catch (InterruptedException e) {
                } finally {
                    rw.unlockWrite(st);
                }
            }));
        }
        try {
            for (var t : ts) t.join();
        } catch (InterruptedException e) {
            ts.forEach(Thread::interrupt);
            throw e;
        }
        if (bad[0] != null) throw bad[0];
        return Arrays.asList(out);
    }
}
