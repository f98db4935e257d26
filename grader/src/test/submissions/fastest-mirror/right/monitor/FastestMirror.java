// Idea: a monitor holds the answer and the failures; the caller waits on it.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        Board board = new Board(mirrors.size());
        List<Thread> threads = new ArrayList<>();
        for (String mirror : mirrors) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    board.answered(api.get(mirror));
                } catch (IOException e) {
                    board.failed(e);
                } catch (InterruptedException e) {
                    // no longer wanted
                }
            }));
        }
        try {
            return board.await();
        } finally {
            threads.forEach(Thread::interrupt);
            joinAll(threads);
        }
    }

    private static final class Board {
        private final int count;
        private final List<IOException> failures = new ArrayList<>();
        private String answer;

        Board(int count) {
            this.count = count;
        }

        synchronized void answered(String text) {
            answer = text;
            notifyAll();
        }

        synchronized void failed(IOException e) {
            failures.add(e);
            notifyAll();
        }

        synchronized String await() throws IOException, InterruptedException {
            while (answer == null && failures.size() < count) {
                wait();
            }
            if (answer == null) {
                IOException all = new IOException();
                failures.forEach(all::addSuppressed);
                throw all;
            }
            return answer;
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
