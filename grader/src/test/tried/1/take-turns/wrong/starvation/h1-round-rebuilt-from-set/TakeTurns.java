// Mistake: those left are kept in a HashSet, which has an order of its own.
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

        Set<Turn> left = new HashSet<>(tasks);
        RuntimeException first = null;
        while (!left.isEmpty()) {
            for (Iterator<Turn> it = left.iterator(); it.hasNext(); ) {
                boolean more = false;
                try { more = it.next().step(); }
                catch (RuntimeException e) { if (first == null) first = e; else first.addSuppressed(e); }
                if (!more) it.remove();
            }
        }
        if (first != null) throw first;
    }

}
