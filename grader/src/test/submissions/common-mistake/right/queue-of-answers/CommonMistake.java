// Idea: every request puts its answer with its number into one queue
package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var queue = new LinkedBlockingQueue<Map.Entry<Integer, Callable<String>>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                executor.execute(() -> queue.add(Map.entry(index, ask(paths.get(index), api))));
            }
            String[] answers = new String[paths.size()];
            try {
                for (int i = 0; i < answers.length; i++) {
                    var next = queue.take();
                    answers[next.getKey()] = next.getValue().call();
                }
            } catch (InterruptedException e) {
                executor.shutdownNow();
                throw e;
            } catch (Exception e) {
                throw original(e);
            }
            return List.of(answers);
        }
    }

    private static Callable<String> ask(String path, RemoteApi api) {
        try {
            String answer = api.get(path);
            return () -> answer;
        } catch (Exception e) {
            return () -> {
                throw e;
            };
        }
    }

    private static RuntimeException original(Throwable failure) throws IOException, InterruptedException {
        Throwable cause = failure;
        while (cause instanceof ExecutionException || cause instanceof CompletionException) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
