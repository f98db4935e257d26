package twostoves.grading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import twostoves.simulation.RealSession;
import twostoves.simulation.Run;

/**
 * Measures what more workers gain on this machine: the same real work with one worker and with more, in turns, so that a
 * machine that becomes slower meanwhile does so for both.
 *
 * <p>Nothing of it is a mark. Where the figures would tell more about the machine than about the submission, there are none.
 *
 * @param <T> the contract of the exercise
 */
final class SpeedUpTrial<T> {

    /** More than these, and starting them would be a part of what is measured. */
    private static final int MOST_WORKERS = 4;

    private static final int PAIRS = 5;

    /** The length of a loop that takes about a microsecond; exactly how long matters to nobody. */
    private static final long LOOPS = 700;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How much of the work each run of our own does, so that it takes as long as the submission's at its best. */
    private static final long UNITS = 60_000;

    /** Threads that take so much longer than the processor time they use do not have a processor each. */
    private static final double QUIET = 1.25;

    /** Pairs that differ by more than this factor say nothing together. */
    private static final double STEADY = 1.6;

    private final Subject<T> subject;
    private final RealWork<T> work;

    SpeedUpTrial(Subject<T> subject, RealWork<T> work) {
        this.subject = subject;
        this.work = work;
    }

    /** One run. */
    record Sample(double elapsed, double all, double busiest) {}

    /**
     * The same work, with one worker and with more.
     *
     * @param control threads of our own, as many as the workers, with nothing to wait for but a processor
     */
    record Pair(Sample alone, Sample together, Sample control) {

        double gain() {
            return alone.elapsed / together.elapsed;
        }

        double division() {
            return together.all / together.busiest;
        }

        double waiting() {
            return Math.max(alone.elapsed / alone.all, control.elapsed / control.busiest);
        }
    }

    /**
     * Measures.
     *
     * @param processors how many there are, if that is known
     * @return the figures, or why there are none
     */
    SpeedUp measure(OptionalInt processors) {
        if (processors.isEmpty()) {
            return SpeedUp.notMeasured("this system does not tell how many processors it has");
        }
        if (processors.getAsInt() < 2) {
            return SpeedUp.notMeasured("this machine has one processor, and there nothing gets faster");
        }
        int workers = Math.min(processors.getAsInt(), MOST_WORKERS);
        List<Pair> pairs = new ArrayList<>();
        try {
            subject.inSession(PATIENCE, (learners, session) -> {
                for (int i = 0; i <= PAIRS; i++) {
                    pairs.add(new Pair(
                            sample(session, learners, 1), sample(session, learners, workers), control(workers)));
                }
            });
        } catch (NotMeasuredException obstacle) {
            return SpeedUp.notMeasured(obstacle.getMessage());
        } catch (Exception obstacle) {
            return SpeedUp.notMeasured("your code cannot be run with real work: " + obstacle);
        }
        return judge(workers, pairs.subList(1, pairs.size())); // the first has loaded and compiled what the others use
    }

    private Sample sample(RealSession session, T learners, int workers) {
        Meter meter = new Meter(LOOPS);
        Run<Long> run = session.call(false, () -> {
            long begun = System.nanoTime();
            work.doWith(learners, workers, meter);
            return System.nanoTime() - begun;
        });
        long elapsed = run.value()
                .orElseThrow(() -> new NotMeasuredException("your code did not come to its end with real work"));
        if (meter.busiest() == 0) {
            throw new NotMeasuredException("this system does not tell what a thread has used of its processors");
        }
        return new Sample(elapsed, meter.all(), meter.busiest());
    }

    private static Sample control(int workers) throws InterruptedException {
        Meter meter = new Meter(LOOPS);
        long begun = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            threads.add(Thread.ofPlatform().daemon().start(() -> meter.weigh(UNITS / workers)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new Sample(System.nanoTime() - begun, meter.all(), meter.busiest());
    }

    static SpeedUp judge(int workers, List<Pair> pairs) {
        double waiting = median(pairs, Pair::waiting);
        if (waiting > QUIET) {
            return SpeedUp.notMeasured(String.format(
                    Locale.ROOT,
                    "other programs kept the processors busy: threads that could run got one for %.0f %% of the time",
                    100 / waiting));
        }
        double lowest = pairs.stream().mapToDouble(Pair::gain).min().orElseThrow();
        double highest = pairs.stream().mapToDouble(Pair::gain).max().orElseThrow();
        if (highest > lowest * STEADY) {
            return SpeedUp.notMeasured(String.format(
                    Locale.ROOT,
                    "the machine was not steady: %d pairs of runs gave anything from %.1f to %.1f times as fast",
                    pairs.size(),
                    lowest,
                    highest));
        }
        return SpeedUp.of(new SpeedUp.Figures(
                workers,
                pairs.size(),
                rounded(median(pairs, Pair::gain)),
                rounded(lowest),
                rounded(highest),
                rounded(median(pairs, Pair::division))));
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        return pairs.stream()
                .sorted(Comparator.comparingDouble(figure))
                .skip(pairs.size() / 2)
                .mapToDouble(figure)
                .findFirst()
                .orElseThrow();
    }

    /** To a hundredth; the spread is wider than that. */
    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
