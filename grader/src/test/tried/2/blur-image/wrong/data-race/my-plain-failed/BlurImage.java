// Mistake: a plain field says that a row has failed, and the other workers look at it.
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
    private RuntimeException failure;
    @Override
    public Image blur(Image source, PixelFilter filter, int workers) throws InterruptedException {
        Objects.requireNonNull(filter);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        failure = null;
        int width = source.width();
        int height = source.height();
        int[] argb = new int[width * height];
        try (var pool = Executors.newFixedThreadPool(Math.min(workers, height))) {
            List<Callable<Void>> rows = new ArrayList<>();
            for (int y = 0; y < height; y++) {
                int row = y;
                rows.add(() -> {
                    if (failure == null) {
                        try {
                            for (int x = 0; x < width; x++) {
                                argb[row * width + x] = filter.apply(source, x, row);
                            }
                        } catch (RuntimeException e) {
                            failure = e;
                        }
                    }
                    return null;
                });
            }
            pool.invokeAll(rows);
        }
        if (failure != null) {
            throw failure;
        }
        return Image.of(width, height, argb);
    }
}
