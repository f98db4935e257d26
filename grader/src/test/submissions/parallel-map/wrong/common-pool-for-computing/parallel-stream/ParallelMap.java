// Mistake: a parallel stream, whose number of workers is the machine's.
package twostoves.parallelism;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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

        return items.parallelStream().<R>map(f).toList();
    }
}
