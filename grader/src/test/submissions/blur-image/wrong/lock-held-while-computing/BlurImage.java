// Mistake: a lock on the new image is held while a row is computed.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        int count = Math.min(workers, height);
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int band = 0; band < count; band++) {
                int from = band * height / count;
                int to = (band + 1) * height / count;
                futures.add(pool.submit(() -> rows(source, filter, from, to, argb)));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }

        return Image.of(width, height, argb);
    }

    private static void rows(Image source, PixelFilter filter, int from, int to, int[] argb) {
        for (int y = from; y < to; y++) {
            synchronized (argb) {
            for (int x = 0; x < source.width(); x++) {
                argb[y * source.width() + x] = filter.apply(source, x, y);
            }
            }
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
