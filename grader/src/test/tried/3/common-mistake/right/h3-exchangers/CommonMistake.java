// Idea: each request hands its answer over through an exchanger of its own.
package twostoves.choosing;

import java.io.IOException;
import java.time.Duration;
import java.math.BigInteger;
import java.util.*;
import java.util.stream.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class CommonMistake implements CommonMistakeContract {
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        class Parcel { String answer; Throwable failure; }
        Throwable failure = null;
        List<String> answers = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                List<Exchanger<Parcel>> doors = new ArrayList<>();
                for (String path : paths) {
                    var door = new Exchanger<Parcel>();
                    doors.add(door);
                    executor.submit(() -> {
                        Parcel parcel = new Parcel();
                        try { parcel.answer = api.get(path); } catch (InterruptedException e) { throw e; } catch (Throwable t) { parcel.failure = t; }
                        return door.exchange(parcel);
                    });
                }
                for (var door : doors) {
                    Parcel parcel = door.exchange(null);
                    if (parcel.failure != null) { failure = parcel.failure; }
                    answers.add(parcel.answer);
                }
            } catch (InterruptedException e) { executor.shutdownNow(); throw e; }
        }
        if (failure != null) { throw original(failure); }
        return answers;
    }

    private static RuntimeException original(Throwable failure) throws IOException, InterruptedException {
        Throwable cause = failure;
        while (cause instanceof ExecutionException || cause instanceof CompletionException) { cause = cause.getCause(); }
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
