// Idea: each thread starts the next one, makes its own request and joins the next: a chain that is as long as the list.
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
import twostoves.contract.FetchAllContract;
import twostoves.kit.*;

public final class FetchAll implements FetchAllContract {
    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api);

        String[] answers = new String[paths.size()];
        Throwable[] failures = new Throwable[paths.size()];
        Thread head = link(0, paths, api, answers, failures);
        if (head != null) {
            head.start();
            boolean interrupted = false;
            while (true) try { head.join(); break; } catch (InterruptedException e) { interrupted = true; }
            if (interrupted) Thread.currentThread().interrupt();
        }
        for (Throwable t : failures) if (t != null) throw original(t);
        return List.of(answers);
    }

    private static Thread link(int i, List<String> paths, RemoteApi api, String[] answers, Throwable[] failures) {
        if (i == paths.size()) return null;
        return Thread.ofVirtual().unstarted(() -> {
            Thread next = link(i + 1, paths, api, answers, failures);
            if (next != null) next.start();
            try { answers[i] = api.get(paths.get(i)); } catch (Throwable e) { failures[i] = e; }
            if (next != null) try { next.join(); } catch (InterruptedException e) { failures[i] = e; }
        });
    }
    private static RuntimeException original(Throwable t) throws IOException, InterruptedException {
        return switch (t) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(t);
        };
    }

}
