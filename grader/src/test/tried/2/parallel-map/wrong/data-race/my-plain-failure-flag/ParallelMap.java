// Mistake: the flag that stops the others is a plain field, which a worker may never see change.
package twostoves.parallelism;

import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.stream.*;
import twostoves.contract.*;
import twostoves.kit.*;

public class ParallelMap implements ParallelMapContract {
    private static final class Crew {
        boolean failed;
        RuntimeException failure;
    }
    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers) throws InterruptedException {
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        int size = items.size();
        AtomicInteger next = new AtomicInteger();
        Object[] results = new Object[size];
        Crew crew = new Crew();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(workers, size); i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int n = next.getAndIncrement(); n < size && !crew.failed; n = next.getAndIncrement()) {
                    try {
                        results[n] = f.apply(items.get(n));
                    } catch (RuntimeException e) {
                        crew.failed = true;
                        crew.failure = e;
                    }
                }
            }));
        }
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
        if (crew.failure != null) {
            throw crew.failure;
        }
        @SuppressWarnings("unchecked")
        List<R> list = (List<R>) Arrays.asList(results);
        return list;
    }
}
