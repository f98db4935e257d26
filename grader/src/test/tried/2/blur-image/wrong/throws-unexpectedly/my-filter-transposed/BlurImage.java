// Mistake: the filter is asked for (y, x) instead of (x, y).
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
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Callable<Void>> rows = new ArrayList<>();
            for (int y = 0; y < height; y++) {
                int row = y;
                rows.add(() -> {
                    for (int x = 0; x < width; x++) {
                        argb[row * width + x] = filter.apply(source, row, x);
                    }
                    return null;
                });
            }
            for (var row : pool.invokeAll(rows)) {
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
