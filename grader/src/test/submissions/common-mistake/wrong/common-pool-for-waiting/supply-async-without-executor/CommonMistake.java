// Mistake: supplyAsync without an executor runs on the common pool, which has about one thread for each processor.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        List<CompletableFuture<Outcome>> requests = paths.stream()
                .map(path -> CompletableFuture.supplyAsync(() -> ask(path, api)))
                .toList();
        List<Outcome> outcomes = requests.stream().map(CompletableFuture::join).toList();
        List<String> answers = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.failure() != null) {
                throw original(outcome.failure());
            }
            answers.add(outcome.answer());
        }
        return answers;
    }

    private static Outcome ask(String path, RemoteApi api) {
        try {
            return new Outcome(api.get(path), null);
        } catch (Throwable e) {
            return new Outcome(null, e);
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

    private record Outcome(String answer, Throwable failure) {}
}
