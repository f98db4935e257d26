// Idea: each task puts its outcome into a blocking queue
package twostoves.concurrency;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        int count = paths.size();
        var outcomes = new LinkedBlockingQueue<Outcome>();
        var answers = new String[count];
        IOException first = null;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int place = i;
                executor.execute(() -> outcomes.add(Outcome.of(place, paths.get(place), api)));
            }
            try {
                for (int i = 0; i < count && first == null; i++) {
                    Outcome outcome = outcomes.take();
                    answers[outcome.place()] = outcome.answer();
                    first = outcome.failure();
                }
            } finally {
                executor.shutdownNow();
            }
        }
        if (first == null) {
            return Arrays.asList(answers);
        }
        for (Outcome other : outcomes) {
            if (other.failure() != null) {
                first.addSuppressed(other.failure());
            }
        }
        throw first;
    }

    private record Outcome(int place, String answer, IOException failure) {

        static Outcome of(int place, String path, RemoteApi api) {
            try {
                return new Outcome(place, api.get(path), null);
            } catch (IOException e) {
                return new Outcome(place, null, e);
            } catch (InterruptedException e) {
                return new Outcome(place, null, null);
            }
        }
    }
}
