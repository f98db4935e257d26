package twostoves.checks.parallelism;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.kit.HitCounter;
import twostoves.simulation.SimulatedFunction;
import twostoves.simulation.Simulation;

/** Counts hits, charges for every sample, and remembers who asked for how many with which generator. */
final class Darts implements HitCounter {

    /** Two streams may have a number in common by chance, once in a hundred thousand million gradings. */
    private static final int IN_COMMON_BY_CHANCE = 1;

    /**
     * A call: the thread, its generator, the first number that this gave, how many samples were asked for, how many hit, and
     * the numbers that they were made of.
     */
    record Throwing(long thread, RandomGenerator random, long first, long samples, long hits, Set<Double> coordinates) {

        private long inCommonWith(Throwing other) {
            return coordinates.stream().filter(other.coordinates::contains).count();
        }
    }

    private final Simulation simulation;
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<Throwing> throwings = new ConcurrentLinkedQueue<>();

    Darts(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public long hits(RandomGenerator random, long samples) {
        if (samples < 1) {
            throw new IllegalArgumentException("the counter was asked for " + samples + " samples");
        }
        int call = calls.getAndIncrement();
        long first = random.nextLong();
        simulation.compute("stream of " + samples, call, SimulatedFunction.COST.multipliedBy(samples));
        long hits = 0;
        Set<Double> coordinates = new HashSet<>();
        for (long i = 0; i < samples; i++) {
            double x = random.nextDouble();
            double y = random.nextDouble();
            hits += x * x + y * y < 1 ? 1 : 0;
            coordinates.addAll(List.of(x, y));
        }
        throwings.add(new Throwing(Thread.currentThread().threadId(), random, first, samples, hits, coordinates));
        return hits;
    }

    List<Throwing> throwings() {
        return List.copyOf(throwings);
    }

    /** The first number of every stream, in no order: the same for the same streams. */
    List<Long> firsts() {
        return throwings.stream().map(Throwing::first).sorted().toList();
    }

    double estimate(long samples) {
        return 4.0 * throwings.stream().mapToLong(Throwing::hits).sum() / samples;
    }

    /**
     * Demands that the samples were divided as the contract says.
     *
     * @throws CheckFailure if there are too many or too few streams or samples, or shares that are not even
     */
    void demandShares(long samples, int streams, int workers) {
        long due = Math.min(samples, streams);
        long total = throwings.stream().mapToLong(Throwing::samples).sum();
        long largest = throwings.stream().mapToLong(Throwing::samples).max().orElse(0);
        long smallest = throwings.stream().mapToLong(Throwing::samples).min().orElse(0);
        String asked = samples + (samples == 1 ? " sample" : " samples") + " in " + due
                + (due == 1 ? " stream" : " streams") + " on " + workers + (workers == 1 ? " worker" : " workers");
        if (throwings.size() != due) {
            boolean perWorker = throwings.size() == workers && total == samples;
            throw CheckFailure.proven(
                    perWorker
                            ? Diagnosis.STREAM_PER_WORKER
                            : throwings.size() < due ? Diagnosis.GAP_OR_OVERLAP : Diagnosis.WORK_DONE_TWICE,
                    asked + " were asked for, and you drew from " + throwings.size() + ".");
        }
        if (total < samples) {
            throw CheckFailure.proven(
                    Diagnosis.REMAINDER_DROPPED, asked + " were asked for, and you drew " + total + " samples.");
        }
        if (total > samples) {
            throw CheckFailure.proven(
                    Diagnosis.GAP_OR_OVERLAP, asked + " were asked for, and you drew " + total + " samples.");
        }
        if (largest - smallest > 1) {
            throw CheckFailure.proven(
                    Diagnosis.UNBALANCED_CHUNKS,
                    asked + ": your largest stream draws " + largest + " samples, your smallest " + smallest + ".");
        }
    }

    /**
     * Demands that every stream has numbers of its own.
     *
     * @throws CheckFailure if two of them share a generator or draw the same numbers
     */
    void demandStreamsApart() {
        Map<RandomGenerator, Set<Long>> threads = new IdentityHashMap<>();
        throwings.forEach(each ->
                threads.computeIfAbsent(each.random(), first -> new HashSet<>()).add(each.thread()));
        if (threads.size() < throwings.size()) {
            boolean byMany = threads.values().stream().anyMatch(users -> users.size() > 1);
            throw CheckFailure.proven(
                    byMany ? Diagnosis.SHARED_GENERATOR : Diagnosis.STREAM_PER_WORKER,
                    throwings.size() + " streams drew from " + threads.size()
                            + (threads.size() == 1 ? " generator" : " generators")
                            + (byMany
                                    ? ", so which numbers a stream gets depends on which worker is quicker."
                                    : ", one for each worker, so the numbers depend on how many workers there are."));
        }
        Map<Long, Integer> firsts = new HashMap<>();
        throwings.forEach(each -> firsts.merge(each.first(), 1, Integer::sum));
        int alike = Collections.max(firsts.values());
        if (alike > 1) {
            throw CheckFailure.proven(
                    Diagnosis.STREAMS_ALIKE,
                    "Of " + throwings.size() + " streams " + alike
                            + " begin with the same random number: they draw the same points, and count them again.");
        }
        demandNumbersApart();
    }

    private void demandNumbersApart() {
        List<Throwing> streams = throwings();
        for (int i = 0; i < streams.size(); i++) {
            for (int j = 0; j < i; j++) {
                long inCommon = streams.get(i).inCommonWith(streams.get(j));
                if (inCommon > IN_COMMON_BY_CHANCE) {
                    throw CheckFailure.proven(
                            Diagnosis.STREAMS_ALIKE,
                            "Two of " + streams.size() + " streams have " + inCommon + " of "
                                    + streams.get(i).coordinates().size()
                                    + " random numbers in common: one is the other, some numbers further on.");
                }
            }
        }
    }
}
