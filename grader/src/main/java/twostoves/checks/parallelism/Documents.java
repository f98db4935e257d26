package twostoves.checks.parallelism;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import twostoves.simulation.SimulatedFunction;
import twostoves.simulation.Simulation;

/** Documents to be split into words, what each costs, and which of them fails. */
final class Documents {

    private final List<String> texts;
    private final LongUnaryOperator units;
    private final Optional<Failing> failing;

    /** A document that cannot be split. */
    private record Failing(int index, RuntimeException failure) {}

    private Documents(List<String> texts, LongUnaryOperator units, Optional<Failing> failing) {
        this.texts = List.copyOf(texts);
        this.units = units;
        this.failing = failing;
    }

    /** Documents that all cost one unit. */
    static Documents of(List<String> texts) {
        return new Documents(texts, index -> 1, Optional.empty());
    }

    /**
     * The same documents at another price.
     *
     * @param cost the units that the document of an index costs; positive
     */
    Documents costing(LongUnaryOperator cost) {
        return new Documents(texts, cost, failing);
    }

    /** The same documents, one of which cannot be split. */
    Documents failingAt(int index, RuntimeException failure) {
        return new Documents(texts, units, Optional.of(new Failing(index, failure)));
    }

    List<String> texts() {
        return texts;
    }

    int size() {
        return texts.size();
    }

    /** How many words there are, each counted as often as it occurs. */
    long words() {
        return counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is to come of it. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        texts.forEach(text -> split(text).forEach(word -> counts.merge(word, 1L, Long::sum)));
        return counts;
    }

    /** The cost of all together, in units. */
    long work() {
        long work = 0;
        for (int i = 0; i < size(); i++) {
            work += units.applyAsLong(i);
        }
        return work;
    }

    /** The cost of one, in virtual nanoseconds. */
    long cost(int index) {
        return SimulatedFunction.COST.multipliedBy(units.applyAsLong(index)).toNanos();
    }

    /** The cost of the dearest, in units. */
    long longest() {
        long longest = 0;
        for (int i = 0; i < size(); i++) {
            longest = Math.max(longest, units.applyAsLong(i));
        }
        return longest;
    }

    /** Splits a text of these and charges for it, in one run. Equal texts are told apart by how often they come. */
    Function<String, List<String>> splitter(Simulation simulation) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < size(); i++) {
            places.computeIfAbsent(texts.get(i), first -> new ArrayList<>()).add(i);
        }
        Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
        return text -> {
            List<Integer> own = places.get(text);
            if (own == null) {
                throw new IllegalArgumentException("words was called with a text that is none of the documents");
            }
            int call = calls.computeIfAbsent(text, first -> new AtomicInteger()).getAndIncrement();
            int index = own.get(Math.min(call, own.size() - 1));
            simulation.compute("document " + index, index, Duration.ofNanos(cost(index)));
            failing.filter(fails -> fails.index() == index).ifPresent(fails -> {
                throw fails.failure();
            });
            return split(text);
        };
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
