package twostoves.parallelism;

import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.BlurImageContract;
import twostoves.kit.Image;
import twostoves.kit.PixelFilter;

/**
 * The reference for exercise 16: a band of rows for each worker.
 *
 * <p>All workers read the same source, which nobody changes, and each writes rows of its own into one new array. So the
 * bands need no borders: a pixel next to the end of a band is worked out like any other.
 */
public final class BlurImage implements BlurImageContract {

    @Override
    public Image blur(Image source, PixelFilter filter, int workers) throws InterruptedException {
        Objects.requireNonNull(source);
        Objects.requireNonNull(filter);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        int height = source.height();
        int bands = Math.min(workers, height);
        int[] argb = new int[source.width() * height];
        try (var pool = Executors.newFixedThreadPool(bands)) {
            var done = new ArrayList<Future<?>>();
            for (int band = 0; band < bands; band++) {
                // The end of one band is the start of the next, so there is no row between them and none in both.
                int from = (int) ((long) band * height / bands);
                int to = (int) ((band + 1L) * height / bands);
                done.add(pool.submit(() -> rows(source, filter, from, to, argb)));
            }
            for (Future<?> band : done) {
                band.get();
            }
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
        return Image.of(source.width(), height, argb);
    }

    private static void rows(Image source, PixelFilter filter, int from, int to, int[] argb) {
        for (int y = from; y < to; y++) {
            for (int x = 0; x < source.width(); x++) {
                argb[y * source.width() + x] = filter.apply(source, x, y);
            }
        }
    }

    /** A future wraps what its task threw; the caller is to see the exception of the filter itself. */
    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
