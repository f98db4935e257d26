// Idea: a monitor counts the requests under way, and the caller waits on it until none is.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        Board board = new Board(paths.size());
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                executor.execute(() -> {
                    try {
                        board.answered(index, api.get(paths.get(index)));
                    } catch (Throwable e) {
                        board.failed(e);
                    }
                });
            }
            board.awaitAll();
        }
        if (board.failure() != null) {
            throw original(board.failure());
        }
        return board.answers();
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

    private static final class Board {
        private final String[] answers;
        private Throwable failure;
        private int pending;

        Board(int count) {
            answers = new String[count];
            pending = count;
        }

        synchronized void answered(int index, String answer) {
            answers[index] = answer;
            pending--;
            notifyAll();
        }

        synchronized void failed(Throwable e) {
            failure = e;
            pending--;
            notifyAll();
        }

        synchronized void awaitAll() throws InterruptedException {
            while (pending > 0) {
                wait();
            }
        }

        synchronized Throwable failure() {
            return failure;
        }

        synchronized List<String> answers() {
            return List.of(answers);
        }
    }
}
