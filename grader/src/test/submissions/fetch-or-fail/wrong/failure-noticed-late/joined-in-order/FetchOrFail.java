// Mistake: threads are joined in order, and the failure is looked for after each
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var answers = new String[paths.size()];
        var failures = new ConcurrentLinkedQueue<IOException>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < paths.size(); i++) {
            int place = i;
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    answers[place] = api.get(paths.get(place));
                } catch (IOException e) {
                    failures.add(e);
                } catch (InterruptedException e) {
                    // called off
                }
            }));
        }
        boolean interrupted = false;
        for (int i = 0; i < threads.size(); i++) {
            try {
                threads.get(i).join();
                if (!failures.isEmpty()) {
                    threads.forEach(Thread::interrupt);
                }
            } catch (InterruptedException e) {
                interrupted = true;
                threads.forEach(Thread::interrupt);
                i--;
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
        if (!failures.isEmpty()) {
            throw first(failures);
        }
        return Arrays.asList(answers);
    }

    private static RuntimeException first(Queue<IOException> failures) throws IOException {
        IOException first = failures.remove();
        failures.forEach(first::addSuppressed);
        throw first;
    }
}
