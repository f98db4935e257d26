// Mistake: more than one failure is put into a new exception
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
        try (var executor = Executors.newFixedThreadPool(limit)) {
            List<Future<String>> requests = new ArrayList<>();
            for (String path : paths) {
                requests.add(executor.submit(() -> api.get(path)));
            }
            List<String> answers = new ArrayList<>();
            List<Throwable> failures = new ArrayList<>();
            for (Future<String> request : requests) {
                try {
                    answers.add(request.get());
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            if (failures.size() > 1) {
                IOException all = new IOException(failures.size() + " requests failed");
                failures.forEach(all::addSuppressed);
                throw all;
            }
            if (!failures.isEmpty()) {
                throw original(failures.getFirst());
            }
            return answers;
        }
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
