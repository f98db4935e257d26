// Mistake: the latch is counted down before the request is sent, so it opens when all have begun and not when all
// have ended.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        CountDownLatch latch = new CountDownLatch(paths.size());
        String[] answers = new String[paths.size()];
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> requests = new ArrayList<>();
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                requests.add(executor.submit(() -> {
                    latch.countDown();
                    String answer = api.get(paths.get(index));
                    synchronized (answers) {
                        answers[index] = answer;
                    }
                    return null;
                }));
            }
            latch.await();
            for (Future<?> request : requests) {
                if (request.state() == Future.State.FAILED) {
                    throw original(request.exceptionNow());
                }
            }
            synchronized (answers) {
                return Arrays.asList(answers.clone());
            }
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
}
