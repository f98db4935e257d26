// Idea: each half on a thread of its own, down to one path
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (paths.isEmpty()) {
            return List.of();
        }
        if (paths.size() == 1) {
            return List.of(api.get(paths.getFirst()));
        }
        int half = paths.size() / 2;
        var rest = new FutureTask<>(() -> fetchAll(paths.subList(half, paths.size()), api));
        Thread other = Thread.startVirtualThread(rest);
        List<String> answers = new ArrayList<>();
        try {
            answers.addAll(fetchAll(paths.subList(0, half), api));
            answers.addAll(rest.get());
            return answers;
        } catch (ExecutionException e) {
            throw original(e);
        } finally {
            other.interrupt();
            boolean interrupted = Thread.interrupted();
            while (other.isAlive()) {
                try {
                    other.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
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
