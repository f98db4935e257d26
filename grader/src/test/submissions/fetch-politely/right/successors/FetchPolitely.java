// Idea: whoever has an answer starts a thread for the next request, and ends
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;

public final class FetchPolitely implements FetchPolitelyContract {

    private static final class Call {
        private final List<String> paths;
        private final RemoteApi api;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReferenceArray<String> answers;
        private final AtomicReference<Exception> failure = new AtomicReference<>();
        private final CountDownLatch chains;
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

        private Call(List<String> paths, RemoteApi api, int chains) {
            this.paths = paths;
            this.api = api;
            this.answers = new AtomicReferenceArray<>(paths.size());
            this.chains = new CountDownLatch(chains);
        }

        private void begin() {
            int index = next.getAndIncrement();
            if (index >= paths.size()) {
                chains.countDown();
                return;
            }
            Thread thread = Thread.ofVirtual().unstarted(() -> {
                try {
                    answers.set(index, api.get(paths.get(index)));
                } catch (IOException | InterruptedException | RuntimeException e) {
                    failure.compareAndSet(null, e);
                }
                begin();
                threads.remove(Thread.currentThread());
            });
            threads.add(thread);
            thread.start();
        }

        private void joinAll() throws InterruptedException {
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit)
            throws IOException, InterruptedException {
        Objects.requireNonNull(api);
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be at least 1, not " + limit);
        }
        int chains = Math.min(limit, paths.size());
        var call = new Call(paths, api, chains);
        for (int i = 0; i < chains; i++) {
            call.begin();
        }
        try {
            call.chains.await();
        } catch (InterruptedException e) {
            call.next.set(paths.size());
            while (call.chains.getCount() > 0) {
                call.threads.forEach(Thread::interrupt);
                call.joinAll();
            }
            throw e;
        } finally {
            call.joinAll();
        }
        switch (call.failure.get()) {
            case null -> {
                var answers = new ArrayList<String>();
                for (int i = 0; i < paths.size(); i++) {
                    answers.add(call.answers.get(i));
                }
                return answers;
            }
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case RuntimeException e -> throw e;
            case Exception e -> throw new IllegalStateException(e);
        }
    }
}
