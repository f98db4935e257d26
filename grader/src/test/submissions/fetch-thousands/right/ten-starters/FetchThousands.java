// Idea: ten platform threads, each of which starts a tenth of the virtual ones and waits for them
package twostoves.concurrency;

import java.io.IOException;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        String[] answers = new String[paths.size()];
        try (var starters = Executors.newFixedThreadPool(10);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> tenths = new ArrayList<>();
            for (int s = 0; s < 10; s++) {
                int first = s;
                tenths.add(starters.submit(() -> {
                    List<Future<?>> requests = new ArrayList<>();
                    for (int i = first; i < answers.length; i += 10) {
                        int index = i;
                        requests.add(executor.submit(() -> answers[index] = api.get(paths.get(index))));
                    }
                    for (Future<?> request : requests) {
                        request.get();
                    }
                    return null;
                }));
            }
            try {
                for (Future<?> tenth : tenths) {
                    tenth.get();
                }
            } catch (InterruptedException e) {
                starters.shutdownNow();
                executor.shutdownNow();
                throw e;
            }
        } catch (ExecutionException e) {
            throw original(e.getCause().getCause());
        }
        return List.of(answers);
    }

    private static RuntimeException original(Throwable cause) throws IOException, InterruptedException {
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
