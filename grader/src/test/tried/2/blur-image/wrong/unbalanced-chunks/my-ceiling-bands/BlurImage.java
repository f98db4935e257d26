// Mistake: bands of the height divided by the workers, rounded up: the last workers get few rows or none.
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
        int[] argb = new int[width * height];
        int band = Math.ceilDiv(height, workers);
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Callable<Void>> bands = new ArrayList<>();
            for (int from = 0; from < height; from += band) {
                int first = from;
                int end = Math.min(height, from + band);
                bands.add(() -> {
                    for (int y = first; y < end; y++) {
                        for (int x = 0; x < width; x++) {
                            argb[y * width + x] = filter.apply(source, x, y);
                        }
                    }
                    return null;
                });
            }
            for (var row : pool.invokeAll(bands)) {
                row.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        }
        return Image.of(width, height, argb);
    }
}
