// Mistake: all workers put their answers into one HashMap
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
        var answers = new HashMap<Integer, String>();
        try (var pool = Executors.newFixedThreadPool(limit)) {
            var requests = new ArrayList<Future<?>>();
            for (int i = 0; i < paths.size(); i++) {
                int place = i;
                requests.add(pool.submit(() -> {
                    answers.put(place, api.get(paths.get(place)));
                    return null;
                }));
            }
            for (Future<?> request : requests) {
                request.get();
            }
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
        return IntStream.range(0, paths.size()).mapToObj(answers::get).toList();
    }

    private static RuntimeException original(Throwable cause) throws IOException, InterruptedException {
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
