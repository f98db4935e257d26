// Idea: a priority queue of tickets, ordered by round and then by place.
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

        record Ticket(int round, int place, Turn turn) {}
        var queue = new PriorityQueue<Ticket>(Comparator.comparingInt(Ticket::round).thenComparingInt(Ticket::place));
        int place = 0;
        for (Turn t : tasks) queue.add(new Ticket(0, place++, t));
        var failures = new ArrayList<RuntimeException>();
        for (Ticket t; (t = queue.poll()) != null; ) {
            try { if (t.turn().step()) queue.add(new Ticket(t.round() + 1, t.place(), t.turn())); }
            catch (RuntimeException e) { failures.add(e); }
        }
        failures.stream().reduce((a, b) -> { a.addSuppressed(b); return a; }).ifPresent(e -> { throw e; });
    }

}
