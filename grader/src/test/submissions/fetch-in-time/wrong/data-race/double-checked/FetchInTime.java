// Mistake: the array of answers is made by the first request that has one, after a look that no lock guards.
package twostoves.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

    @Override
    public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline)
            throws InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("the deadline must be positive");
        }
        int count = paths.size();
        var answers = new Lazy<>(() -> new String[count]);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = new ArrayList<Callable<Void>>();
            for (int i = 0; i < count; i++) {
                int index = i;
                requests.add(() -> {
                    String answer = api.get(paths.get(index));
                    answers.get()[index] = answer;
                    return null;
                });
            }
            executor.invokeAll(requests, deadline.toNanos(), TimeUnit.NANOSECONDS);
        }
        var inTime = new LinkedHashMap<String, String>();
        for (int i = 0; i < count; i++) {
            String answer = answers.get()[i];
            if (answer != null) {
                inTime.put(paths.get(i), answer);
            }
        }
        return inTime;
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
