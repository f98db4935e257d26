// Mistake: outcomes go into a queue with room for a thousand, and nobody takes any before all threads have ended.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        BlockingQueue<Outcome> outcomes = new ArrayBlockingQueue<>(1_000);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    outcomes.put(ask(index, paths.get(index), api));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        joinAll(threads);
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

    /** Waits for all of them in any case; passes an interrupt on to them and throws it once they have ended. */
    private static void joinAll(List<Thread> threads) throws InterruptedException {
        boolean interrupted = false;
        int ended = 0;
        while (ended < threads.size()) {
            try {
                threads.get(ended).join();
                ended++;
            } catch (InterruptedException e) {
                interrupted = true;
                threads.forEach(Thread::interrupt);
            }
        }
        if (interrupted) {
            throw new InterruptedException();
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
