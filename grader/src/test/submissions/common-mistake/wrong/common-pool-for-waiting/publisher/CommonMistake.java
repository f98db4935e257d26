// Idea: a SubmissionPublisher, whose default executor is the common pool
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        var answers = new ConcurrentHashMap<Integer, String>();
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            int index = i;
            var publisher = new SubmissionPublisher<String>();
            ends.add(publisher.consume(path -> {
                try {
                    answers.put(index, api.get(path));
                } catch (IOException | InterruptedException e) {
                    throw new CompletionException(e);
                }
            }));
            publisher.submit(paths.get(i));
            publisher.close();
        }
        try {
            ends.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw original(e);
        }
        return IntStream.range(0, paths.size()).mapToObj(answers::get).toList();
    }

    private static RuntimeException original(Throwable failure) throws IOException, InterruptedException {
        Throwable cause = failure;
        while (cause instanceof ExecutionException || cause instanceof CompletionException) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
