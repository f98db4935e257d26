package twostoves.parallelism;

import java.util.List;
import java.util.function.Function;
import twostoves.contract.ParallelMapContract;
import twostoves.kit.Todo;

/**
 * Exercise 14: apply a function to every item of a list, with no worker idle while there is an item left to begin.
 *
 * <p>What is asked is in {@link ParallelMapContract}; the page is {@code docs/exercises/parallel-map.md}. Grade it with
 * {@code mvn test -Dkata=parallel-map}.
 */
public final class ParallelMap implements ParallelMapContract {

    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers)
            throws InterruptedException {
        throw new Todo();
    }
}
