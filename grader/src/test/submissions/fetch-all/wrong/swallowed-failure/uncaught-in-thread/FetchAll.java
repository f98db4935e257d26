// Mistake: an exception thrown inside a thread ends that thread and does not reach the one that joins it.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        String[] answers = new String[paths.size()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            int index = i;
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    answers[index] = api.get(paths.get(index));
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        joinAll(threads);
        return Arrays.asList(answers);
    }

    /** Waits for all of them in any case; passes an interrupt on to them and throws it once they have ended. */
    private static void joinAll(List<Thread> threads) throws InterruptedException {
        boolean interrupted = false;
        int ended = 0;
        while (ended < threads.size()) {
            try {
                threads.get(ended).join();
                ended++;
            } catch (InterruptedException e) {
                interrupted = true;
                threads.forEach(Thread::interrupt);
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
    }
}
