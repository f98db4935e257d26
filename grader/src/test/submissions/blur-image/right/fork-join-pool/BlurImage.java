// Idea: the bands in a fork/join pool of its own; what a band throws is carried out by hand.
package twostoves.parallelism;

import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
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
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (ForkJoinPool pool = new ForkJoinPool(workers)) {
            for (int n = 0; n < count; n++) {
                int band = n;
                pool.execute(() -> {
                    try {
                        rows(source, filter, band * height / count, (band + 1) * height / count, argb);
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }

        return Image.of(width, height, argb);
    }

    private static void rows(Image source, PixelFilter filter, int from, int to, int[] argb) {
        for (int y = from; y < to; y++) {
            for (int x = 0; x < source.width(); x++) {
                argb[y * source.width() + x] = filter.apply(source, x, y);
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
