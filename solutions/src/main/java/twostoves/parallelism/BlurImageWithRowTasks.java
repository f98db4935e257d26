package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import twostoves.contract.BlurImageContract;
import twostoves.kit.Image;
import twostoves.kit.PixelFilter;

/**
 * Exercise 16 with a task for each row, whose result is the row.
 *
 * <p>Nothing is shared but the source, and whoever is free takes the next row. Prefer it where some rows cost more than
 * others, as where a filter has less to do on a clear sky. The price is a task and an array for each row.
 */
public final class BlurImageWithRowTasks implements BlurImageContract {

    @Override
    public Image blur(Image source, PixelFilter filter, int workers) throws InterruptedException {
        Objects.requireNonNull(source);
        Objects.requireNonNull(filter);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        int width = source.width();
        var tasks = new ArrayList<Callable<int[]>>();
        for (int row = 0; row < source.height(); row++) {
            int y = row;
            tasks.add(() -> IntStream.range(0, width)
                    .map(x -> filter.apply(source, x, y))
                    .toArray());
        }
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Future<int[]>> rows = pool.invokeAll(tasks);
            int[] argb = new int[width * source.height()];
            for (int y = 0; y < rows.size(); y++) {
                System.arraycopy(rows.get(y).get(), 0, argb, y * width, width);
            }
            return Image.of(width, source.height(), argb);
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
