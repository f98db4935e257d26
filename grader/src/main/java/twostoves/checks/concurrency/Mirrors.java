package twostoves.checks.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import twostoves.contract.FastestMirrorContract;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;
import twostoves.evidence.Times;
import twostoves.grading.Subject;
import twostoves.simulation.SimulatedApi;
import twostoves.simulation.SimulatedApi.Reply;

/**
 * Mirrors, and what they have in store for whoever asks.
 *
 * @param replies the reply of each mirror, in the order of the list
 */
record Mirrors(Map<String, Reply> replies) {

    private static final List<String> PLACES = List.of("lisbon", "oslo", "naples", "riga", "ghent", "turku");

    /**
     * Makes mirrors.
     *
     * @param seconds for each of them, after how many seconds it answers, or fails if the number is negative
     */
    static Mirrors of(RandomGenerator random, int... seconds) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        for (int i = 0; i < seconds.length; i++) {
            String place = i < PLACES.size() ? PLACES.get(i) : PLACES.get(i % PLACES.size()) + "-" + i;
            Duration latency = Duration.ofSeconds(Math.abs(seconds[i]));
            replies.put(
                    "/mirrors/" + place,
                    seconds[i] < 0
                            ? Reply.failing(latency, new IOException(place + " is down"))
                            : Reply.of(latency, "from " + place + " #" + random.nextInt(1_000, 10_000)));
        }
        return new Mirrors(replies);
    }

    /** The same mirrors on a day on which all of them fail after a second. */
    Mirrors allFailing() {
        Map<String, Reply> changed = new LinkedHashMap<>();
        replies.keySet()
                .forEach(path ->
                        changed.put(path, Reply.failing(Duration.ofSeconds(1), new IOException(path + " is down"))));
        return new Mirrors(changed);
    }

    /** The same mirrors, one of which has an empty text as its answer. */
    Mirrors answeringNothing(int index) {
        Map<String, Reply> changed = new LinkedHashMap<>(replies);
        changed.computeIfPresent(paths().get(index), (path, reply) -> Reply.of(reply.latency(), ""));
        return new Mirrors(changed);
    }

    List<String> paths() {
        return List.copyOf(replies.keySet());
    }

    /** What is to be waited for. */
    List<Plan.Task> tasks() {
        return replies.entrySet().stream()
                .map(entry -> new Plan.Task(
                        entry.getKey(),
                        Span.Activity.WAITING,
                        entry.getValue().latency().toNanos()))
                .toList();
    }

    /** The first mirror to succeed; empty if all fail. */
    Optional<String> winner() {
        return replies.keySet().stream()
                .filter(path -> replies.get(path).answer().isPresent())
                .min((a, b) -> replies.get(a).latency().compareTo(replies.get(b).latency()));
    }

    /** The answer of {@link #winner}; there must be one. */
    String answer() {
        return winner().flatMap(path -> replies.get(path).answer()).orElseThrow();
    }

    /** When the call is to end: with the first success, or with the last failure. */
    Duration due() {
        return winner().map(path -> replies.get(path).latency())
                .orElseGet(() -> replies.values().stream()
                        .map(Reply::latency)
                        .max(Duration::compareTo)
                        .orElseThrow());
    }

    /** All failures, in the order of the list. */
    List<IOException> failures() {
        return replies.values().stream()
                .flatMap(reply -> reply.failure().stream())
                .toList();
    }

    /** The mirror that gives an answer; empty if none does. */
    Optional<String> mirrorOf(String answer) {
        return replies.keySet().stream()
                .filter(path ->
                        replies.get(path).answer().filter(answer::equals).isPresent())
                .findFirst();
    }

    /** A mirror that fails at an instant, in virtual nanoseconds; empty if none does. */
    Optional<String> failedAt(long instant) {
        return replies.keySet().stream()
                .filter(path -> replies.get(path).failure().isPresent())
                .filter(path -> replies.get(path).latency().toNanos() == instant)
                .findFirst();
    }

    Subject.Use<FastestMirrorContract, String> use() {
        return (fastest, simulation) -> fastest.fetchFastest(paths(), new SimulatedApi(simulation, replies));
    }

    /** The same with requests that let all others go first when they end otherwise than by an answer. */
    Subject.Use<FastestMirrorContract, String> useEndingLast() {
        return (fastest, simulation) -> fastest.fetchFastest(
                paths(), new LastToEnd(new SimulatedApi(simulation, replies), simulation, Set.of()));
    }

    /** For example {@code 3 mirrors: 4 s, failing after 1 s, 2 s}. */
    String caption() {
        List<String> all = new ArrayList<>();
        for (Reply reply : replies.values()) {
            String time = Times.ofNanos(reply.latency().toNanos());
            all.add(reply.failure().isPresent() ? "failing after " + time : time);
        }
        String count = replies.size() + (replies.size() == 1 ? " mirror" : " mirrors");
        if (Set.copyOf(all).size() == 1) {
            return count + ": " + all.getFirst() + (all.size() == 1 ? "" : " each");
        }
        return replies.size() > PLACES.size() ? count : count + ": " + String.join(", ", all);
    }
}
