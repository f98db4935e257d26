// Idea: threads with a plain field for the answer, read after join.
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

        class Request extends Thread {
            final String path; String answer; Exception failure;
            Request(String path) { this.path = path; }
            @Override public void run() {
                try { answer = api.get(path); } catch (IOException | InterruptedException | RuntimeException e) { failure = e; }
            }
        }
        List<Request> requests = paths.stream().map(Request::new).toList();
        requests.forEach(Thread::start);
        boolean interrupted = false;
        for (Request r : requests) {
            while (true) {
                try { r.join(); break; } catch (InterruptedException e) { interrupted = true; requests.forEach(Thread::interrupt); }
            }
        }
        if (interrupted) { throw new InterruptedException(); }
        for (Request r : requests) { if (r.failure != null) { throw original(r.failure); } }
        return requests.stream().map(r -> r.answer).toList();
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
