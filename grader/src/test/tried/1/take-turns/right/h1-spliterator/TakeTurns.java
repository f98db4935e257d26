// Idea: each task is an endless source; tryAdvance of a spliterator of its own is one slice.
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

        final class Slices extends Spliterators.AbstractSpliterator<Boolean> {
            final Turn turn;
            Slices(Turn turn) { super(Long.MAX_VALUE, ORDERED | NONNULL); this.turn = turn; }
            @Override public boolean tryAdvance(Consumer<? super Boolean> action) {
                boolean more = turn.step();
                action.accept(more);
                return more;
            }
        }
        RuntimeException[] first = {null};
        List<Slices> round = tasks.stream().map(Slices::new).toList();
        while (!round.isEmpty()) {
            round = round.stream().filter(s -> {
                try { return s.tryAdvance(more -> {}); }
                catch (RuntimeException e) { if (first[0] == null) first[0] = e; else first[0].addSuppressed(e); return false; }
            }).toList();
        }
        if (first[0] != null) throw first[0];
    }

}
