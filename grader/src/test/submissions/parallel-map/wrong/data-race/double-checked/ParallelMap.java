// Mistake: the array of results is made by the first worker that comes, after a look that no lock guards.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import twostoves.contract.ParallelMapContract;

public final class ParallelMap implements ParallelMapContract {

    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers)
            throws InterruptedException {
        Objects.requireNonNull(items);
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        Lazy<Object[]> results = new Lazy<>(() -> new Object[items.size()]);
        Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < items.size(); i++) {
            waiting.add(i);
        }
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(workers, items.size()); i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    Object[] slots = results.get();
                    for (Integer n = waiting.poll(); n != null; n = waiting.poll()) {
                        slots[n] = f.apply(items.get(n));
                    }
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                    waiting.clear();
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
                    waiting.clear();
                }
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }

        if (failure.get() != null) {
            throw original(failure.get());
        }
        return results(results.get());
    }

    @SuppressWarnings("unchecked")
    private static <R> List<R> results(Object[] results) {
        return (List<R>) Arrays.asList(results);
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
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
