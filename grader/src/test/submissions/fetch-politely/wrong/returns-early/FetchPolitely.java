// Mistake: the executor is shut down, which is taken for waiting
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;

public final class FetchPolitely implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        var permits = new Semaphore(limit);
        var answers = new ArrayList<String>(Collections.nCopies(paths.size(), ""));
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < paths.size(); i++) {
            int place = i;
            executor.submit(() -> {
                permits.acquire();
                try {
                    return answers.set(place, api.get(paths.get(place)));
                } finally {
                    permits.release();
                }
            });
        }
        executor.shutdown();
        return answers;
    }
}
