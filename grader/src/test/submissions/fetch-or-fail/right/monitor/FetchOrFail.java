// Idea: tasks report under a monitor, the caller waits for it
package twostoves.concurrency;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var report = new Report(paths.size());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < paths.size(); i++) {
                int place = i;
                executor.submit(() -> {
                    try {
                        report.answered(place, api.get(paths.get(place)));
                    } catch (IOException e) {
                        report.failed(e);
                    }
                    return null;
                });
            }
            try {
                report.await();
            } finally {
                executor.shutdownNow();
            }
        }
        return report.result();
    }

    private static final class Report {
        private final String[] answers;
        private int open;
        private IOException first;

        Report(int count) {
            this.answers = new String[count];
            this.open = count;
        }

        synchronized void answered(int place, String answer) {
            answers[place] = answer;
            open--;
            notifyAll();
        }

        synchronized void failed(IOException failure) {
            if (first == null) {
                first = failure;
            } else {
                first.addSuppressed(failure);
            }
            notifyAll();
        }

        synchronized void await() throws InterruptedException {
            while (open > 0 && first == null) {
                wait();
            }
        }

        synchronized List<String> result() throws IOException {
            if (first != null) {
                throw first;
            }
            return Arrays.asList(answers);
        }
    }
}
