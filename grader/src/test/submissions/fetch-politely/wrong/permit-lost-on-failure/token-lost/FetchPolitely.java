// Mistake: the token goes back into the queue only after an answer
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        int places = Math.min(limit, Math.max(1, paths.size()));
        var tokens = new ArrayBlockingQueue<Integer>(places);
        for (int i = 0; i < places; i++) {
            tokens.add(i);
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = new ArrayList<Future<String>>();
            for (String path : paths) {
                requests.add(executor.submit(() -> {
                    Integer token = tokens.take();
                    String answer = api.get(path);
                    tokens.add(token);
                    return answer;
                }));
            }
            var answers = new ArrayList<String>();
            for (Future<String> request : requests) {
                answers.add(request.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
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
