// Idea: a phaser counts the requests down
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var answers = new AtomicReferenceArray<String>(paths.size());
        var failure = new AtomicReference<Exception>();
        var phaser = new Phaser(1);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            phaser.register();
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    answers.set(index, api.get(paths.get(index)));
                } catch (IOException | InterruptedException | RuntimeException e) {
                    failure.compareAndSet(null, e);
                } finally {
                    phaser.arriveAndDeregister();
                }
            }));
        }
        try {
            phaser.awaitAdvanceInterruptibly(phaser.arrive());
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            throw e;
        } finally {
            for (Thread thread : threads) {
                joinFully(thread);
            }
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return IntStream.range(0, paths.size()).mapToObj(answers::get).toList();
    }

    private static void joinFully(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
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
