// Idea: a fork/join pool of the right size, whose tasks return a failure as a value because the pool would copy a
// thrown one.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        try (ForkJoinPool pool = new ForkJoinPool(Math.max(1, paths.size()))) {
            List<Future<Outcome>> requests = new ArrayList<>();
            for (String path : paths) {
                requests.add(pool.submit(() -> ask(path, api)));
            }
            List<String> answers = new ArrayList<>();
            for (Future<Outcome> request : requests) {
                Outcome outcome = request.get();
                if (outcome.failure() != null) {
                    throw original(outcome.failure());
                }
                answers.add(outcome.answer());
            }
            return answers;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
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
