// Idea: as many workers as places, which meet their caller in a phaser
package twostoves.concurrency;

import java.io.IOException;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;

public final class FetchPolitely implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        Iterator<Integer> next = IntStream.range(0, paths.size()).iterator();
        var answers = new ConcurrentSkipListMap<Integer, String>();
        var failures = new ConcurrentLinkedQueue<Exception>();
        var phaser = new Phaser(1);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, paths.size()); i++) {
            phaser.register();
            workers.add(Thread.startVirtualThread(() -> {
                try {
                    for (Integer index = draw(next); index != null && !Thread.interrupted(); index = draw(next)) {
                        try {
                            answers.put(index, api.get(paths.get(index)));
                        } catch (IOException e) {
                            failures.add(e);
                        }
                    }
                } catch (InterruptedException e) {
                    failures.add(e);
                } finally {
                    phaser.arriveAndDeregister();
                }
            }));
        }
        try {
            phaser.awaitAdvanceInterruptibly(phaser.arrive());
        } catch (InterruptedException e) {
            workers.forEach(Thread::interrupt);
            for (Thread worker : workers) {
                boolean ended = false;
                while (!ended) {
                    try {
                        worker.join();
                        ended = true;
                    } catch (InterruptedException again) {
                        // on we wait
                    }
                }
            }
            throw e;
        }
        for (Thread worker : workers) {
            worker.join();
        }
        if (!failures.isEmpty()) {
            throw original(failures.peek());
        }
        return List.copyOf(answers.values());
    }

    private static synchronized Integer draw(Iterator<Integer> next) {
        return next.hasNext() ? next.next() : null;
    }

    private static RuntimeException original(Throwable cause) throws IOException, InterruptedException {
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
