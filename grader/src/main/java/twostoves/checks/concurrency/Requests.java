package twostoves.checks.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import twostoves.simulation.SimulatedApi.Reply;

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

    /** Requests of which each is answered at an instant of its own, in an order that is not that of the paths. */
    static Requests shuffled(int count, RandomGenerator random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Random shuffling = Random.from(random);
        do {
            Collections.shuffle(order, shuffling);
        } while (order.equals(IntStream.range(0, count).boxed().toList()));
        return of(count, random, i -> Duration.ofSeconds(1 + order.get(i)));
    }

    /** Requests of one, two and three seconds in turn. */
    static Requests uneven(int count, RandomGenerator random) {
        return of(count, random, i -> Duration.ofSeconds(1 + i % 3));
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

    /** These requests with another reply in one place. */
    Requests with(int index, Reply reply) {
        Map<String, Reply> changed = new LinkedHashMap<>(replies);
        changed.put(paths().get(index), reply);
        return new Requests(changed);
    }

    /** These requests, one of them with another latency. */
    Requests answeredAfter(int index, Duration latency) {
        return with(index, Reply.of(latency, answers().get(index)));
    }

    List<String> paths() {
        return List.copyOf(replies.keySet());
    }

    List<String> answers() {
        return replies.values().stream().map(reply -> reply.answer().orElse("")).toList();
    }

    /** Answers by the time at which they arrive. */
    List<String> answersByArrival() {
        return replies.values().stream()
                .sorted(Comparator.comparing(Reply::latency))
                .map(reply -> reply.answer().orElse(""))
                .toList();
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
