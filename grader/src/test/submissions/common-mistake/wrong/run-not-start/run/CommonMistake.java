// Idea: run() instead of start()
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        String[] answers = new String[paths.size()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            int index = i;
            Thread thread = Thread.ofPlatform().unstarted(() -> {
                try {
                    answers[index] = api.get(paths.get(index));
                } catch (IOException | InterruptedException e) {
                    throw new CompletionException(e);
                }
            });
            threads.add(thread);
            thread.run();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return List.of(answers);
    }
}
