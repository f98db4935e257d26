package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import twostoves.contract.BlurImageContract;
import twostoves.kit.Image;
import twostoves.kit.PixelFilter;

/**
 * Exercise 16 with bare threads, each of which takes every n-th row.
 *
 * <p>Dealt out like cards, the rows are even to within one, and there is no arithmetic on the bounds of bands. Where dear
 * rows stand together, as in a picture they often do, each worker gets some of them. The price is that two workers
 * write to neighbouring rows of memory, which on real processors costs a little at the ends of the rows.
 */
public final class BlurImageWithThreads implements BlurImageContract {

    @Override
    public Image blur(Image source, PixelFilter filter, int workers) throws InterruptedException {
        Objects.requireNonNull(source);
        Objects.requireNonNull(filter);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        int[] argb = new int[source.width() * source.height()];
        int count = Math.min(workers, source.height());
        var tasks = new ArrayList<FutureTask<Void>>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < count; i++) {
            int first = i;
            var task = new FutureTask<Void>(() -> everyNthRow(source, filter, first, count, argb), null);
            tasks.add(task);
            threads.add(Thread.ofPlatform().start(task));
        }
        joinAll(threads);
        try {
            for (FutureTask<Void> task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
        return Image.of(source.width(), source.height(), argb);
    }

    private static void everyNthRow(Image source, PixelFilter filter, int first, int n, int[] argb) {
        for (int y = first; y < source.height(); y += n) {
            for (int x = 0; x < source.width(); x++) {
                argb[y * source.width() + x] = filter.apply(source, x, y);
            }
        }
    }

    /** Waits for all of them in any case, and throws an interrupt once they have ended. */
    private static void joinAll(List<Thread> threads) throws InterruptedException {
        boolean interrupted = false;
        int ended = 0;
        while (ended < threads.size()) {
            try {
                threads.get(ended).join();
                ended++;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
