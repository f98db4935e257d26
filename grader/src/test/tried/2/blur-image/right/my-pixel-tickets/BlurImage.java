// Idea: whoever is free takes the next pixel.
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
        AtomicIntegerArray argb = new AtomicIntegerArray(width * source.height());
        AtomicInteger next = new AtomicInteger();
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> crew = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                crew.add(pool.submit(() -> {
                    for (int p = next.getAndIncrement(); p < argb.length(); p = next.getAndIncrement()) {
                        argb.set(p, filter.apply(source, p % width, p / width));
                    }
                }));
            }
            for (Future<?> one : crew) {
                one.get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException r -> throw r;
                case Error r -> throw r;
                default -> throw new IllegalStateException(e);
            }
        }
        return Image.of(width, source.height(), IntStream.range(0, argb.length()).map(argb::get).toArray());
    }
}
