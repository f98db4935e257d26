// Mistake: only IllegalStateException is caught.
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

        var queue = new ArrayDeque<Turn>(tasks);
        RuntimeException first = null;
        while (!queue.isEmpty()) {
            Turn t = queue.remove();
            try { if (t.step()) queue.add(t); }
            catch (IllegalStateException e) { if (first == null) first = e; else first.addSuppressed(e); }
        }
        if (first != null) throw first;
    }

}
