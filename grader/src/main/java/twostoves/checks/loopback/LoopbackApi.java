package twostoves.checks.loopback;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.evidence.Times;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Subject;
import twostoves.kit.RemoteApi;
import twostoves.simulation.Run;

/**
 * A real service on this machine, asked over HTTP by the JDK's own client.
 *
 * <p>Whatever a run with it proves, it proves by structure: by the gate of its {@link Script}, which opens only when so many
 * requests are inside, and by the gauge {@link #mostInside()}. Time proves nothing here. So a check with it comes after those
 * in virtual time, and what the machine does not let tell is a {@link NotMeasuredException}.
 */
public final class LoopbackApi implements RemoteApi, AutoCloseable {

    /** How much real time a run may take before it counts as not measured. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int OK = 200;

    private final LoopbackServer server;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;
    private final Map<String, IOException> failures = new ConcurrentHashMap<>();
    private final AtomicReference<IOException> trouble = new AtomicReference<>();

    private LoopbackApi(LoopbackServer server, Duration patience) {
        this.server = server;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .executor(threads)
                .build();
    }

    /**
     * Opens a service.
     *
     * @param script what it has in store
     * @return the service, to be closed
     * @throws NotMeasuredException if this machine does not let it open
     */
    public static LoopbackApi open(Script script) {
        return open(script, PATIENCE);
    }

    static LoopbackApi open(Script script, Duration patience) {
        try {
            return new LoopbackApi(LoopbackServer.open(script), patience);
        } catch (IOException e) {
            throw new NotMeasuredException("This machine does not let the grader open a server: " + e.getMessage(), e);
        }
    }

    /**
     * Runs the learner's code, as it is and in real time. What it leaves running is not looked for.
     *
     * @param subject the submission
     * @param use what to do with the learner's object; given this service by its surroundings
     * @param <T> the contract
     * @param <V> what comes of it
     * @return what was seen: the call has returned or thrown
     * @throws NotMeasuredException if it has not ended in time, or if a connection failed
     * @throws InterruptedException if the calling thread is interrupted
     */
    public <T, V> Run<V> run(Subject<T> subject, Subject.RealUse<T, V> use) throws InterruptedException {
        Run<V> run = subject.runForReal(patience, false, use);
        if (trouble.get() != null) {
            throw new NotMeasuredException(
                    "A connection to the server on this machine failed: " + trouble.get(), trouble.get());
        }
        if (!run.ended()) {
            throw new NotMeasuredException("Your method had not returned after " + realTime() + ", in which at most "
                    + mostInside() + (mostInside() == 1 ? " request was" : " requests were") + " in flight together.");
        }
        return run;
    }

    @Override
    public String get(String path) throws IOException, InterruptedException {
        InetSocketAddress address = server.address();
        String host = address.getAddress().getHostAddress();
        URI uri =
                URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + path);
        HttpResponse<String> response = send(HttpRequest.newBuilder(uri).build());
        if (response.statusCode() != OK) {
            IOException failure = new IOException("HTTP " + response.statusCode() + " from " + path);
            failures.putIfAbsent(path, failure);
            throw failure;
        }
        return response.body();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            trouble.compareAndSet(null, e);
            throw e;
        }
    }

    /**
     * Tells the largest number of requests that were inside the service at the same time.
     *
     * @return the peak; a request is inside from its arrival until its answer leaves
     */
    public int mostInside() {
        return server.mostInside();
    }

    /**
     * Tells how a request failed.
     *
     * @param path a path whose reply is a failure
     * @return the very exception that was thrown for it; empty if it has not failed
     */
    public Optional<IOException> failureOf(String path) {
        return Optional.ofNullable(failures.get(path));
    }

    /**
     * Waits until clients have gone away from requests that are never answered: they were cancelled, and the connection is
     * closed.
     *
     * @param requests how many
     * @throws NotMeasuredException if they have not all gone in time
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void awaitGone(int requests) throws InterruptedException {
        if (!server.awaitGone(requests, patience)) {
            throw new NotMeasuredException("After " + realTime() + " a cancelled request had not ended.");
        }
    }

    private String realTime() {
        return Times.ofNanos(patience.toNanos()) + " of real time";
    }

    /** Ends the service and whatever is still in flight. */
    @Override
    public void close() {
        client.shutdownNow();
        server.close();
        client.close();
        threads.shutdownNow();
    }
}
