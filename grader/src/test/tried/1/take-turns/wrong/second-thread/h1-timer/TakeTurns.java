// Mistake: a Timer gives the slices.
package twostoves.concurrency;

import java.io.*;
import java.nio.*;
import java.nio.channels.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.net.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import twostoves.contract.TakeTurnsContract;
import twostoves.kit.*;

public final class TakeTurns implements TakeTurnsContract {
    @Override
    public void takeTurns(List<? extends Turn> tasks) {
        Objects.requireNonNull(tasks);

        var queue = new ConcurrentLinkedQueue<Turn>(tasks);
        var timer = new Timer(true);
        var first = new AtomicReference<RuntimeException>();
        var done = new CountDownLatch(1);
        timer.schedule(new TimerTask() {
            @Override public void run() {
                for (Turn t; (t = queue.poll()) != null; ) {
                    try { if (t.step()) queue.add(t); }
                    catch (RuntimeException e) { if (!first.compareAndSet(null, e)) first.get().addSuppressed(e); }
                }
                done.countDown();
            }
        }, 0);
        try { done.await(); } catch (InterruptedException e) { Thread.currentThread().interrupt(); }
        timer.cancel();
        if (first.get() != null) throw first.get();
    }

}
