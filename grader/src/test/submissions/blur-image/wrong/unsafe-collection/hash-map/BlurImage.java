// Mistake: all workers put their rows into one HashMap.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import twostoves.contract.BlurImageContract;
import twostoves.kit.Image;
import twostoves.kit.PixelFilter;

public final class BlurImage implements BlurImageContract {

    @Override
    public Image blur(Image source, PixelFilter filter, int workers) throws InterruptedException {
        Objects.requireNonNull(source);
        Objects.requireNonNull(filter);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        int width = source.width();
        int height = source.height();
        int[] argb = new int[width * height];
        Map<Integer, int[]> rows = new HashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int n = 0; n < height; n++) {
                int y = n;
                futures.add(pool.submit(() -> rows.put(
                        y, IntStream.range(0, width).map(x -> filter.apply(source, x, y)).toArray())));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
        rows.forEach((y, row) -> System.arraycopy(row, 0, argb, y * width, width));

        return Image.of(width, height, argb);
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
