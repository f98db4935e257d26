package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 7 with {@link CompletableFuture}: one future for the winner, which every request tries to complete.
 *
 * <p>Prefer it where the requests are completable futures already. {@code anyOf} is of no use: it takes the first that
 * ends, well or badly. {@code allOf} is, for the other half: when all have ended and the winner is still open, there is
 * none. To cancel these futures would interrupt nobody, so the executor is told.
 */
public final class FastestMirrorWithCompletableFutures implements FastestMirrorContract {

    @Override
    public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(api);
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("there must be a mirror to ask");
        }

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var winner = new CompletableFuture<String>();
                var requests = new ArrayList<CompletableFuture<Void>>();
                for (String mirror : mirrors) {
                    requests.add(CompletableFuture.supplyAsync(() -> fetch(mirror, api), executor)
                            .thenAccept(winner::complete)); // only the first call has an effect
                }
                CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new))
                        .whenComplete((none, failure) -> winner.completeExceptionally(noneAnswered(requests)));
                return winner.get(); // and not join(), which takes no notice of an interrupt
            } catch (ExecutionException noneAnswered) {
                throw (IOException) noneAnswered.getCause();
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private static String fetch(String mirror, RemoteApi api) {
        try {
            return api.get(mirror);
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private static IOException noneAnswered(List<CompletableFuture<Void>> requests) {
        var noneAnswered = new IOException("no mirror has answered");
        requests.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .forEach(request -> noneAnswered.addSuppressed(request.exceptionNow()));
        return noneAnswered;
    }
}
