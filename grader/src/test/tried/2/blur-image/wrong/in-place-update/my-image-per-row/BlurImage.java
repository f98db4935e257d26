// Mistake: each worker blurs its band row by row, every row from the image with its own rows above already new.
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
        int[] all = new int[width * height];
        int bands = Math.min(workers, height);
        try (var pool = Executors.newFixedThreadPool(bands)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < bands; i++) {
                int from = height * i / bands;
                int to = height * (i + 1) / bands;
                tasks.add(() -> {
                    int[] mine = source.argb();
                    for (int y = from; y < to; y++) {
                        Image now = Image.of(width, height, mine);
                        for (int x = 0; x < width; x++) {
                            mine[y * width + x] = filter.apply(now, x, y);
                        }
                    }
                    System.arraycopy(mine, from * width, all, from * width, (to - from) * width);
                    return null;
                });
            }
            for (var row : pool.invokeAll(tasks)) {
                row.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        }
        return Image.of(width, height, all);
    }
}
