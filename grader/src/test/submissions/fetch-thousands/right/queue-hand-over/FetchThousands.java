// Idea: each thread hands its outcome over in a queue, and the caller takes as many as there are paths.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                executor.execute(() -> outcomes.add(ask(index, paths.get(index), api)));
            }
            String[] answers = new String[paths.size()];
            Throwable failure = null;
            for (int i = 0; i < answers.length; i++) {
                Outcome outcome = outcomes.take();
                if (outcome.failure() == null) {
                    answers[outcome.index()] = outcome.answer();
                } else {
                    failure = outcome.failure();
                }
            }
            if (failure != null) {
                throw original(failure);
            }
            return List.of(answers);
        }
    }

    private static Outcome ask(int index, String path, RemoteApi api) {
        try {
            return new Outcome(index, api.get(path), null);
        } catch (Throwable e) {
            return new Outcome(index, null, e);
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

    private record Outcome(int index, String answer, Throwable failure) {}
}
