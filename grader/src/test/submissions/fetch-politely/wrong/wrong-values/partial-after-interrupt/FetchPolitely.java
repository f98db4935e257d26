// Mistake: an interrupt ends the waiting, and what has arrived until then is returned
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
        var permits = new Semaphore(limit);
        List<String> answers = Collections.synchronizedList(new ArrayList<>(Collections.nCopies(paths.size(), "")));
        var failure = new AtomicReference<IOException>();
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < paths.size(); i++) {
                int index = i;
                permits.acquire();
                threads.add(Thread.startVirtualThread(() -> {
                    try {
                        answers.set(index, api.get(paths.get(index)));
                    } catch (IOException e) {
                        failure.set(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        permits.release();
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return new ArrayList<>(answers);
    }
}
