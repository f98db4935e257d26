// Mistake: a helper thread takes outcomes from a queue for ever, also when no more will come.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
        CountDownLatch collected = new CountDownLatch(paths.size());
        AtomicReferenceArray<String> answers = new AtomicReferenceArray<>(paths.size());
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread collector = new Thread(() -> {
            try {
                while (true) {
                    Outcome outcome = outcomes.take();
                    answers.set(outcome.index(), outcome.answer());
                    if (outcome.failure() != null) {
                        failure.set(outcome.failure());
                    }
                    collected.countDown();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        collector.setDaemon(true);
        collector.start();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                executor.execute(() -> outcomes.add(ask(index, paths.get(index), api)));
            }
            collected.await();
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return IntStream.range(0, paths.size()).mapToObj(answers::get).toList();
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
