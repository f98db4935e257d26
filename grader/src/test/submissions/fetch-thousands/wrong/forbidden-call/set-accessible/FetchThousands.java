// Mistake: a private field is opened by reflection.
package twostoves.concurrency;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;

public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Slot>> requests = new ArrayList<>();
            for (String path : paths) {
                requests.add(executor.submit(() -> fill(new Slot(), api.get(path))));
            }
            List<String> answers = new ArrayList<>();
            for (Future<Slot> request : requests) {
                answers.add(request.get().answer);
            }
            return answers;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static Slot fill(Slot slot, String answer) throws IOException {
        try {
            Field field = Slot.class.getDeclaredField("answer");
            field.setAccessible(true);
            field.set(slot, answer);
            return slot;
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
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

    private static final class Slot {
        private String answer = "";
    }
}
