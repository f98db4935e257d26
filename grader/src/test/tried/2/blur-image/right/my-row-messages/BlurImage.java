// Idea: workers send finished rows through a queue; the caller puts the picture together as they come.
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
    private sealed interface Message {
        record Row(int y, int[] argb) implements Message {}
        record Failed(Throwable cause) implements Message {}
    }
    @Override
    public Image blur(Image source, PixelFilter filter, int workers) throws InterruptedException {
        Objects.requireNonNull(filter);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        int width = source.width();
        int height = source.height();
        BlockingQueue<Message> done = new LinkedBlockingQueue<>();
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(workers, height));
        try {
            for (int y = 0; y < height; y++) {
                int row = y;
                pool.execute(() -> {
                    try {
                        done.add(new Message.Row(row, IntStream.range(0, width).map(x -> filter.apply(source, x, row)).toArray()));
                    } catch (Throwable e) {
                        done.add(new Message.Failed(e));
                    }
                });
            }
            int[] argb = new int[width * height];
            for (int i = 0; i < height; i++) {
                switch (done.take()) {
                    case Message.Row(int y, int[] pixels) -> System.arraycopy(pixels, 0, argb, y * width, width);
                    case Message.Failed(RuntimeException e) -> throw e;
                    case Message.Failed(Throwable e) -> throw (Error) e;
                }
            }
            return Image.of(width, height, argb);
        } finally {
            pool.shutdownNow();
            pool.close();
        }
    }
}
