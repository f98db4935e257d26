// Idea: answers are taken as they arrive, and each one carries the index it belongs to.
package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Indexed> requests = new ExecutorCompletionService<>(executor);
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                requests.submit(() -> new Indexed(index, api.get(paths.get(index))));
            }
            String[] answers = new String[paths.size()];
            for (int i = 0; i < answers.length; i++) {
                Indexed next = requests.take().get();
                answers[next.index()] = next.answer();
            }
            return List.of(answers);
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

    private record Indexed(int index, String answer) {}
}
