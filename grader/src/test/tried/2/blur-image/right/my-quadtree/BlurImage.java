// Idea: quarters of quarters down to single pixels, in an own fork/join pool.
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
        int width = source.width();
        int height = source.height();
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        int[] argb = new int[width * height];
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        class Tile extends RecursiveAction {
            final int x0;
            final int y0;
            final int x1;
            final int y1;
            Tile(int x0, int y0, int x1, int y1) {
                this.x0 = x0;
                this.y0 = y0;
                this.x1 = x1;
                this.y1 = y1;
            }
            @Override
            protected void compute() {
                if (x0 == x1 || y0 == y1 || failure.get() != null) {
                    return;
                }
                if (x1 - x0 == 1 && y1 - y0 == 1) {
                    try {
                        argb[y0 * width + x0] = filter.apply(source, x0, y0);
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                    return;
                }
                int x = (x0 + x1 + 1) / 2;
                int y = (y0 + y1 + 1) / 2;
                invokeAll(new Tile(x0, y0, x, y), new Tile(x, y0, x1, y), new Tile(x0, y, x, y1), new Tile(x, y, x1, y1));
            }
        }
        try (var pool = new ForkJoinPool(workers)) {
            pool.submit(new Tile(0, 0, width, height)).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return Image.of(width, height, argb);
    }
}
