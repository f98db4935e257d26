// Idea: each request that ends starts the thread of the next
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;

public final class FetchPolitely implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        int count = paths.size();
        var next = new AtomicInteger(Math.min(limit, count));
        var requests = new ArrayList<FutureTask<String>>();
        for (String path : paths) {
            requests.add(new FutureTask<>(() -> api.get(path)));
        }
        var allEnded = new CountDownLatch(count);
        for (int i = 0; i < Math.min(limit, count); i++) {
            start(i, requests, next, allEnded);
        }
        boolean interrupted = false;
        while (allEnded.getCount() > 0) {
            try {
                allEnded.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        var answers = new ArrayList<String>();
        try {
            for (var request : requests) {
                answers.add(request.resultNow());
            }
        } catch (IllegalStateException e) {
            for (var request : requests) {
                if (request.state() == Future.State.FAILED) {
                    throw original(request.exceptionNow());
                }
            }
        }
        return answers;
    }

    private static void start(int index, List<FutureTask<String>> requests, AtomicInteger next, CountDownLatch ended) {
        Thread.startVirtualThread(() -> {
            requests.get(index).run();
            int following = next.getAndIncrement();
            if (following < requests.size()) {
                start(following, requests, next, ended);
            }
            ended.countDown();
        });
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
