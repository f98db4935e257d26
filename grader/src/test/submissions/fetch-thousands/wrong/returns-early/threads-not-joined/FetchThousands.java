// Mistake: the threads are started and the list is returned without waiting for them.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        AtomicReferenceArray<String> answers = new AtomicReferenceArray<>(paths.size());
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            String path = paths.get(i);
            Thread.startVirtualThread(() -> {
                try {
                    answers.set(index, api.get(path));
                } catch (IOException | InterruptedException e) {
                    throw new CompletionException(e);
                }
            });
        }
        return IntStream.range(0, paths.size()).mapToObj(answers::get).toList();
    }
}
