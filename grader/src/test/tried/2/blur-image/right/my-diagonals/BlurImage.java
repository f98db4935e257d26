// Idea: worker i has every pixel whose number is i modulo the workers: a pattern of diagonals.
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
        int[] argb = new int[width * source.height()];
        CyclicBarrier end = new CyclicBarrier(workers);
        Throwable[] failures = new Throwable[workers];
        IntConsumer share = i -> {
            try {
                for (int p = i; p < argb.length; p += workers) {
                    argb[p] = filter.apply(source, p % width, p / width);
                }
            } catch (RuntimeException | Error e) {
                failures[i] = e;
            }
        };
        Thread[] threads = new Thread[workers - 1];
        for (int i = 1; i < workers; i++) {
            int me = i;
            threads[i - 1] = new Thread(() -> {
                share.accept(me);
                try {
                    end.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    // the caller was interrupted
                }
            });
            threads[i - 1].start();
        }
        share.accept(0);
        InterruptedException interrupt = null;
        try {
            end.await();
        } catch (InterruptedException e) {
            interrupt = e;
        } catch (BrokenBarrierException e) {
            throw new AssertionError(e);
        }
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupt = e;
                }
            }
        }
        if (interrupt != null) {
            throw interrupt;
        }
        for (Throwable failure : failures) {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
        }
        return Image.of(width, source.height(), argb);
    }
}
