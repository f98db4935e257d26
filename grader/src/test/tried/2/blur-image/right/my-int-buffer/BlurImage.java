// Idea: absolute puts into an IntBuffer, columns dealt out by a ForkJoinPool used as a plain executor.
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
        java.nio.IntBuffer argb = java.nio.IntBuffer.allocate(width * height);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (ForkJoinPool pool = new ForkJoinPool(workers)) {
            for (int i = 0; i < workers; i++) {
                int first = width * height / workers * i + Math.min(i, width * height % workers);
                int end = width * height / workers * (i + 1) + Math.min(i + 1, width * height % workers);
                pool.execute(() -> {
                    try {
                        for (int p = first; p < end; p++) {
                            argb.put(p, filter.apply(source, p % width, p / width));
                        }
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
        }
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        if (failure.get() instanceof Error e) {
            throw e;
        }
        return Image.of(width, height, argb.array());
    }
}
