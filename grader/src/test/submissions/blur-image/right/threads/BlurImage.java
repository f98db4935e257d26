// Idea: bare threads, each with every workers-th row.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < Math.min(workers, height); w++) {
            int first = w;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (int y = first; y < height; y += workers) {
                        for (int x = 0; x < width; x++) {
                            argb[y * width + x] = filter.apply(source, x, y);
                        }
                    }
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
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
            throw new InterruptedException();
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
