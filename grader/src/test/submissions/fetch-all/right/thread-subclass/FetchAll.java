// Idea: a subclass of Thread for each request, which keeps its own answer.
package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        List<Request> requests = new ArrayList<>();
        for (String path : paths) {
            requests.add(new Request(path, api));
        }
        requests.forEach(Thread::start);
        joinAll(new ArrayList<>(requests));
        List<String> answers = new ArrayList<>();
        for (Request request : requests) {
            if (request.failure != null) {
                throw original(request.failure);
            }
            answers.add(request.answer);
        }
        return answers;
    }

    /** Waits for all of them in any case; passes an interrupt on to them and throws it once they have ended. */
    private static void joinAll(List<Thread> threads) throws InterruptedException {
        boolean interrupted = false;
        int ended = 0;
        while (ended < threads.size()) {
            try {
                threads.get(ended).join();
                ended++;
            } catch (InterruptedException e) {
                interrupted = true;
                threads.forEach(Thread::interrupt);
            }
        }
        if (interrupted) {
            throw new InterruptedException();
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

    private static final class Request extends Thread {
        private final String path;
        private final RemoteApi api;
        private String answer;
        private Throwable failure;

        Request(String path, RemoteApi api) {
            this.path = path;
            this.api = api;
        }

        @Override
        public void run() {
            try {
                answer = api.get(path);
            } catch (Throwable e) {
                failure = e;
            }
        }
    }
}
