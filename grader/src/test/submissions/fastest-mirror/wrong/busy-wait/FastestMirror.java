// Mistake: the futures are looked at again and again until one of them is done.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                List<Future<String>> requests = new ArrayList<>();
                for (String mirror : mirrors) {
                    requests.add(executor.submit(() -> api.get(mirror)));
                }
                while (true) {
                    int failed = 0;
                    for (Future<String> request : requests) {
                        switch (request.state()) {
                            case SUCCESS -> {
                                return request.resultNow();
                            }
                            case FAILED, CANCELLED -> failed++;
                            case RUNNING -> {}
                        }
                    }
                    if (failed == requests.size()) {
                        IOException all = new IOException("no mirror has answered");
                        requests.forEach(request -> all.addSuppressed(request.exceptionNow()));
                        throw all;
                    }
                    Thread.onSpinWait();
                }
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
