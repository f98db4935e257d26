// Idea: a list that fetches its element from a future when it is looked at
package twostoves.choosing;

import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        List<FutureTask<String>> requests = new ArrayList<>();
        for (String path : paths) {
            var task = new FutureTask<>(() -> api.get(path));
            Thread.startVirtualThread(task);
            requests.add(task);
        }
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                try {
                    return requests.get(index).get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public int size() {
                return requests.size();
            }
        };
    }
}
