// Idea: the service is bound in a scoped value for each task, and no parameter.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {
    private static final ScopedValue<RemoteApi> API = ScopedValue.newInstance();

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(api);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<String>>();
            for (String path : paths) {
                futures.add(executor.submit(
                        () -> ScopedValue.where(API, api).call(() -> fetch(path))));
            }
            var answers = new ArrayList<String>();
            for (Future<String> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static String fetch(String path) throws IOException, InterruptedException {
        return API.get().get(path);
    }
}
