// Mistake: a flag ends the loops, and nobody interrupts the requests that are in flight.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import twostoves.contract.ThumbnailServiceContract;
import twostoves.kit.Image;
import twostoves.kit.RemoteApi;

public final class ThumbnailService implements ThumbnailServiceContract {

    private record Fetched(int index, String picture) {}

    @Override
    public List<Image> thumbnails(
            List<String> paths, RemoteApi api, Function<String, Image> shrink, int connections, int workers)
            throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        Objects.requireNonNull(shrink);
        if (connections < 1 || workers < 1) {
            throw new IllegalArgumentException(connections + " connections and " + workers + " workers");
        }
        var queue = new ArrayBlockingQueue<Fetched>(connections + workers);
        var failure = new AtomicReference<Throwable>();
        var done = new CountDownLatch(1);
        var left = new AtomicInteger(paths.size());
        var next = new AtomicInteger();
        var thumbnails = new Image[paths.size()];
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofVirtual().unstarted(() -> {
                try {
                    for (int n = done.getCount() == 0 ? paths.size() : next.getAndIncrement(); done.getCount() > 0 && n < paths.size(); n = next.getAndIncrement()) {
                        queue.put(new Fetched(n, api.get(paths.get(n))));
                    }
                } catch (IOException | InterruptedException | RuntimeException e) {
                    failure.compareAndSet(null, e);
                    done.countDown();
                }
            }));
        }
        for (int i = 0; i < workers; i++) {
            threads.add(Thread.ofPlatform().unstarted(() -> {
                try {
                    while (done.getCount() > 0) {
                        Fetched fetched = queue.take();
                        thumbnails[fetched.index()] = shrink.apply(fetched.picture());
                        if (left.decrementAndGet() == 0) {
                            done.countDown();
                        }
                    }
                } catch (InterruptedException | RuntimeException e) {
                    failure.compareAndSet(null, e);
                    done.countDown();
                }
            }));
        }
        if (paths.isEmpty()) {
            return List.of();
        }
        threads.forEach(Thread::start);
        Throwable thrown = null;
        try {
            done.await();
            thrown = failure.get();
        } catch (InterruptedException e) {
            thrown = e;
        }
        threads.subList(connections, threads.size()).forEach(Thread::interrupt);
        queue.clear();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thrown != null) {
            throw original(thrown);
        }
        return Arrays.asList(thumbnails);
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
