// Mistake: waits for the bands one minute at the most.
package twostoves.parallelism;

import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.stream.*;
import twostoves.contract.*;
import twostoves.kit.*;

public class BlurImage implements BlurImageContract {
    @Override
    public Image blur(Image source, PixelFilter filter, int workers) throws InterruptedException {
        Objects.requireNonNull(filter);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        int width = source.width();
        int height = source.height();
        AtomicIntegerArray argb = new AtomicIntegerArray(width * height);
        CountDownLatch rows = new CountDownLatch(height);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        for (int y = 0; y < height; y++) {
            int row = y;
            pool.execute(() -> {
                try {
                    for (int x = 0; x < width; x++) {
                        argb.set(row * width + x, filter.apply(source, x, row));
                    }
                } catch (RuntimeException e) {
                    failure.set(e);
                } finally {
                    rows.countDown();
                }
            });
        }
        pool.shutdown();
        boolean all = false;
        try {
            all = rows.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            pool.close();
            throw e;
        } finally {
            if (all) {
                pool.close();
            }
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return Image.of(width, height, IntStream.range(0, argb.length()).map(argb::get).toArray());
    }
}
