// Idea: futures that never fail, and are looked at when all have ended
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        record Outcome(String answer, Throwable failure) {}
        try (var executor = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("fetch-", 0).factory())) {
            List<CompletableFuture<Outcome>> all = paths.stream()
                    .map(path -> {
                        var promise = new CompletableFuture<String>();
                        executor.execute(() -> {
                            try {
                                promise.complete(api.get(path));
                            } catch (Throwable e) {
                                promise.completeExceptionally(e);
                            }
                        });
                        return promise.handle(Outcome::new);
                    })
                    .toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
            List<String> answers = new ArrayList<>();
            for (var each : all) {
                if (each.join().failure() != null) {
                    throw original(each.join().failure());
                }
                answers.add(each.join().answer());
            }
            return answers;
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
