// Mistake: the answers are filled in by callbacks, and nobody waits for the callbacks.
package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        Map<Integer, String> answers = new ConcurrentHashMap<>();
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            String path = paths.get(i);
            CompletableFuture.supplyAsync(() -> fetch(path, api), executor)
                    .thenAccept(answer -> answers.put(index, answer));
        }
        executor.shutdown();
        return IntStream.range(0, paths.size()).mapToObj(answers::get).toList();
    }

    private static String fetch(String path, RemoteApi api) {
        try {
            return api.get(path);
        } catch (Throwable e) {
            throw new CompletionException(e);
        }
    }
}
