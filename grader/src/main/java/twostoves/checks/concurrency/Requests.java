package twostoves.checks.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import twostoves.checks.loopback.Script;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;
import twostoves.kit.RemoteApi;
import twostoves.simulation.SimulatedApi;
import twostoves.simulation.SimulatedApi.Reply;
import twostoves.simulation.Simulation;

/**
 * A set of requests and what the service has in store for them. Answers are made up afresh for every check.
 *
 * @param replies the reply to each path, in the order of the paths
 */
record Requests(Map<String, Reply> replies) {

    private static final List<String> NAMES = List.of("users", "posts", "comments", "orders", "dishes", "tables");

    /** Three requests of three seconds each: the picture of the subject. */
    static Requests threeOfThreeSeconds(RandomGenerator random) {
        return of(3, random, i -> Duration.ofSeconds(3));
    }

    /** Requests that take equally long. */
    static Requests equal(int count, Duration each, RandomGenerator random) {
        return of(count, random, i -> each);
    }

    /**
     * Requests of which each takes a time of its own, and the first longer than the second: with two or more in flight the
     * answers come in another order than that of the paths.
     *
     * @param count at least 2
     */
    static Requests shuffled(int count, RandomGenerator random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Random shuffling = Random.from(random);
        do {
            Collections.shuffle(order, shuffling);
        } while (order.get(0) < order.get(1));
        return of(count, random, i -> Duration.ofSeconds(1 + order.get(i)));
    }

    /** Requests of one, two and three seconds in turn. */
    static Requests uneven(int count, RandomGenerator random) {
        return of(count, random, i -> Duration.ofSeconds(1 + i % 3));
    }

    /** Requests that take so many seconds each. */
    static Requests ofSeconds(RandomGenerator random, int... seconds) {
        return of(seconds.length, random, i -> Duration.ofSeconds(seconds[i]));
    }

    /** Requests of one to five seconds each, at random. */
    static Requests scattered(int count, RandomGenerator random) {
        return ofSeconds(random, random.ints(count, 1, 6).toArray());
    }

    private static Requests of(int count, RandomGenerator random, IntFunction<Duration> latency) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = i < NAMES.size() ? NAMES.get(i) : NAMES.get(i % NAMES.size()) + "/" + i;
            String answer = name + " #" + random.nextInt(1_000, 10_000);
            replies.put("/api/" + name, Reply.of(latency.apply(i), answer));
        }
        return new Requests(replies);
    }

    /** These requests with another latency in one place, after which that one fails. */
    Requests failing(int index, Duration after) {
        return with(index, Reply.failing(after, new IOException("no answer from " + paths().get(index))));
    }

    /** These requests, one of them with another latency. */
    Requests answeredAfter(int index, Duration latency) {
        return with(index, Reply.of(latency, answers().get(index)));
    }

    /** These requests, one of them with an empty text as its answer. */
    Requests answeringNothing(int index) {
        return with(index, Reply.of(replies.get(paths().get(index)).latency(), ""));
    }

    private Requests with(int index, Reply reply) {
        Map<String, Reply> changed = new LinkedHashMap<>(replies);
        changed.put(paths().get(index), reply);
        return new Requests(changed);
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

    List<String> answers() {
        return answersTo(paths());
    }

    /** The answers to some of the paths, in the order and number in which those are given; empty for one that fails. */
    List<String> answersTo(List<String> asked) {
        return asked.stream().map(path -> replies.get(path).answer().orElse("")).toList();
    }

    /** What the request in one place fails with; it must be one that fails. */
    IOException failure(int index) {
        return replies.get(paths().get(index)).failure().orElseThrow();
    }

    /** The service that has these replies. */
    RemoteApi service(Simulation simulation) {
        return new SimulatedApi(simulation, replies);
    }

    /** What a real service needs to give the same answers, though at once. */
    Script script() {
        Map<String, String> answers = new LinkedHashMap<>();
        replies.forEach((path, reply) -> reply.answer().ifPresent(answer -> answers.put(path, answer)));
        return Script.answering(answers);
    }

    /** The same service, whose requests let all others go first when they end otherwise than by an answer. */
    Function<Simulation, RemoteApi> endingLast(Set<String> exceptions) {
        return simulation -> new LastToEnd(service(simulation), simulation, exceptions);
    }

    /** The place of the request that fails first; one must fail. */
    int firstToFail() {
        List<Reply> all = List.copyOf(replies.values());
        return IntStream.range(0, all.size())
                .boxed()
                .filter(index -> all.get(index).failure().isPresent())
                .min(Comparator.comparing(index -> all.get(index).latency()))
                .orElseThrow();
    }

    /** Paths by the time at which they are answered. */
    List<String> pathsByArrival() {
        return replies.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(Reply::latency)))
                .map(Map.Entry::getKey)
                .toList();
    }

    Duration longest() {
        return replies.values().stream()
                .map(Reply::latency)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
