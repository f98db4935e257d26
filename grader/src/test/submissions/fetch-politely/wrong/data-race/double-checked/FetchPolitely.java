// Mistake: the array of outcomes is made by the first worker that has one, after a look that no lock guards.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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
        var next = new AtomicInteger();
        var outcomes = new Lazy<>(() -> new Object[count]);
        try (var executor = Executors.newFixedThreadPool(limit)) {
            var workers = new ArrayList<Future<?>>();
            for (int i = 0; i < Math.min(limit, count); i++) {
                workers.add(executor.submit(() -> {
                    int mine;
                    while ((mine = next.getAndIncrement()) < count) {
                        try {
                            outcomes.get()[mine] = api.get(paths.get(mine));
                        } catch (Exception e) {
                            outcomes.get()[mine] = e;
                            if (e instanceof InterruptedException) {
                                return;
                            }
                        }
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
        var answers = new ArrayList<String>();
        for (Object outcome : outcomes.get()) {
            if (outcome instanceof Exception failure) {
                throw original(failure);
            }
            answers.add((String) outcome);
        }
        return answers;
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

    /** Made when it is first asked for. */
    private static final class Lazy<T> {
        private final Supplier<T> maker;
        private T made;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            if (made == null) {
                synchronized (this) {
                    if (made == null) {
                        made = maker.get();
                    }
                }
            }
            return made;
        }
    }
}
