// Idea: a linked blocking deque, used by one thread, and Stream.iterate for the rounds.
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

        var first = new AtomicReference<RuntimeException>();
        var deque = new LinkedBlockingDeque<Turn>(tasks);
        Stream.generate(deque::pollFirst).takeWhile(Objects::nonNull).sequential().forEach(t -> {
            try { if (t.step()) deque.addLast(t); }
            catch (RuntimeException e) { if (!first.compareAndSet(null, e)) first.get().addSuppressed(e); }
        });
        if (first.get() != null) throw first.get();
    }

}
