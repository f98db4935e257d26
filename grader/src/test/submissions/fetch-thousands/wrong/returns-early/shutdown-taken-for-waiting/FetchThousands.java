// Mistake: shutdown() only refuses new tasks; it does not wait for those under way.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        List<String> answers = Collections.synchronizedList(new ArrayList<>(paths));
        ExecutorService executor = Executors.newCachedThreadPool();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            String path = paths.get(i);
            executor.submit(() -> answers.set(index, api.get(path)));
        }
        executor.shutdown();
        return List.copyOf(answers);
    }
}
