// Mistake: each thread is joined before the next one is started.
package twostoves.parallelism;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
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
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable worker = () -> {
            try {
                int band = next.getAndIncrement();
                int count = Math.min(workers, height);
                for (int y = band * height / count; y < (band + 1) * height / count; y++) {
                    for (int x = 0; x < width; x++) {
                        argb[y * width + x] = filter.apply(source, x, y);
                    }
                }
            } catch (Throwable e) {
                next.set(height);
                failure.compareAndSet(null, e);
            }
        };

        for (int i = 0; i < Math.min(workers, height); i++) {
            Thread thread = Thread.ofPlatform().start(worker);
            thread.join();
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }

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
