// Idea: a tree of virtual threads made by one factory: each starts two others and makes one request.
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
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.*;

public final class FetchThousands implements FetchThousandsContract {
    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api);

        Object[] outcomes = new Object[paths.size()];
        ThreadFactory factory = Thread.ofVirtual().name("fetch-", 0).factory();
        final class Node implements Runnable {
            final int i;
            Node(int i) { this.i = i; }
            @Override public void run() {
                List<Thread> children = new ArrayList<>(2);
                for (int child = 2 * i + 1; child <= 2 * i + 2 && child < outcomes.length; child++) {
                    Thread t = factory.newThread(new Node(child));
                    t.start();
                    children.add(t);
                }
                try { outcomes[i] = api.get(paths.get(i)); } catch (Throwable e) { outcomes[i] = e; }
                for (Thread t : children) try { t.join(); } catch (InterruptedException e) { outcomes[i] = e; }
            }
        }
        if (outcomes.length > 0) {
            Thread root = factory.newThread(new Node(0));
            root.start();
            boolean interrupted = false;
            while (root.isAlive()) try { root.join(); } catch (InterruptedException e) { interrupted = true; }
            if (interrupted) Thread.currentThread().interrupt();
        }
        List<String> answers = new ArrayList<>(outcomes.length);
        for (Object o : outcomes) if (o instanceof Throwable t) throw original(t); else answers.add((String) o);
        return answers;
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
