package twostoves.simulation;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import twostoves.evidence.Span;
import twostoves.kit.RemoteApi;

/** A remote service whose latency is virtual. It answers any number of requests at the same time. */
public final class SimulatedApi implements RemoteApi {

    /**
     * What the service has in store for one path.
     *
     * @param latency how long the request takes
     * @param answer the answer; empty if the request fails
     * @param failure the failure; empty if the request succeeds
     */
    public record Reply(Duration latency, Optional<String> answer, Optional<IOException> failure) {

        /**
         * Makes a reply that succeeds.
         *
         * @param latency how long the request takes
         * @param answer the answer
         * @return the reply
         */
        public static Reply of(Duration latency, String answer) {
            return new Reply(latency, Optional.of(answer), Optional.empty());
        }

        /**
         * Makes a reply that fails.
         *
         * @param latency how long it takes to fail
         * @param failure what is thrown
         * @return the reply
         */
        public static Reply failing(Duration latency, IOException failure) {
            return new Reply(latency, Optional.empty(), Optional.of(failure));
        }
    }

    private final Simulation simulation;
    private final Map<String, Reply> replies;
    private final Map<String, Long> numbers = new HashMap<>();

    /**
     * Creates the service.
     *
     * @param simulation the world it belongs to
     * @param replies the reply to each path; requests are numbered in this order
     */
    public SimulatedApi(Simulation simulation, Map<String, Reply> replies) {
        this.simulation = simulation;
        this.replies = new LinkedHashMap<>(replies);
        this.replies.keySet().forEach(path -> numbers.put(path, (long) numbers.size()));
    }

    @Override
    public String get(String path) throws IOException, InterruptedException {
        Reply reply = replies.get(path);
        if (reply == null) {
            throw new IOException("there is nothing at " + path);
        }
        Span.Ending ending = reply.failure().isPresent() ? Span.Ending.FAILED : Span.Ending.COMPLETED;
        simulation.awaitAnswer(path, numbers.get(path), reply.latency(), ending);
        if (reply.failure().isPresent()) {
            throw reply.failure().get();
        }
        return reply.answer().orElseThrow();
    }
}
