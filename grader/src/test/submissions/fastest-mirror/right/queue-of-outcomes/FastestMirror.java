// Idea: virtual threads put what came of their requests into a queue.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

    @Override
    public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(mirrors);
        Objects.requireNonNull(api);
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("no mirrors");
        }
        BlockingQueue<Object> outcomes = new LinkedBlockingQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (String mirror : mirrors) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    outcomes.add(api.get(mirror));
                } catch (Exception e) {
                    outcomes.add(e);
                }
            }));
        }
        try {
            IOException all = new IOException("no mirror has answered");
            for (int i = 0; i < mirrors.size(); i++) {
                switch (outcomes.take()) {
                    case Exception e -> all.addSuppressed(e);
                    case Object answer -> {
                        return answer.toString();
                    }
                }
            }
            throw all;
        } finally {
            threads.forEach(Thread::interrupt);
            joinAll(threads);
        }
    }

    private static void joinAll(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
