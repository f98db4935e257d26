package twostoves.checks.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import twostoves.evidence.Span;
import twostoves.evidence.Timeline;
import twostoves.kit.Turn;
import twostoves.simulation.Settings;
import twostoves.simulation.Simulation;

/**
 * Tasks that are done in slices of equal cost.
 *
 * @param plans what is in store for each
 */
record Tasks(List<Plan> plans) {

    /** What one slice costs. */
    static final Duration SLICE = Duration.ofSeconds(1);

    private static final int SPELT_OUT = 9;

    /** One core, on which a slice is never cut in two. */
    static final Settings ONE_CORE = Settings.STANDARD.cores(1).quantum(SLICE);

    /**
     * What is in store for one task.
     *
     * @param name its name, for the timeline
     * @param slices how many slices it has; at least 1
     * @param failure what its last slice throws, if anything
     */
    record Plan(String name, int slices, Optional<RuntimeException> failure) {}

    /** A task as the learner sees it. Once it has ended, another step never returns. */
    private static final class Sliced implements Turn {

        private final Simulation simulation;
        private final Plan plan;
        private final long item;
        private int left;

        Sliced(Simulation simulation, Plan plan, long item) {
            this.simulation = simulation;
            this.plan = plan;
            this.item = item;
            this.left = plan.slices();
        }

        /** Synchronised because a wrong submission may call it on several threads. */
        @Override
        public synchronized boolean step() {
            if (left == 0) {
                awaitTheEndOfTheRun();
            }
            left--;
            simulation.compute(plan.name(), item, SLICE);
            if (left == 0 && plan.failure().isPresent()) {
                throw plan.failure().get();
            }
            return left > 0;
        }

        /** Ends the run at once, whatever the learner's code would make of an exception, and shows in the timeline. */
        private void awaitTheEndOfTheRun() {
            while (true) {
                try {
                    simulation.awaitAnswer(plan.name(), item, Duration.ofNanos(Long.MAX_VALUE), Span.Ending.UNFINISHED);
                } catch (InterruptedException e) {
                    // nobody is to get out of here
                }
            }
        }
    }

    /** Tasks without failures, by their numbers of slices. */
    static Tasks of(List<Integer> slices) {
        return new Tasks(IntStream.range(0, slices.size())
                .mapToObj(i -> new Plan(name(i), slices.get(i), Optional.empty()))
                .toList());
    }

    /** Five tasks of one to four slices. */
    static Tasks uneven(RandomGenerator random) {
        List<Integer> slices = new ArrayList<>(List.of(1, 1, 2, 3, 4));
        Collections.shuffle(slices, Random.from(random));
        return of(slices);
    }

    private static String name(int index) {
        return "T" + (index + 1);
    }

    /** These tasks, one of which fails in its last slice. */
    Tasks failing(int index, RuntimeException failure) {
        List<Plan> changed = new ArrayList<>(plans);
        Plan plan = plans.get(index);
        changed.set(index, new Plan(plan.name(), plan.slices(), Optional.of(failure)));
        return new Tasks(changed);
    }

    /** The tasks in the world of one run; the list cannot be modified. */
    List<Turn> in(Simulation simulation) {
        return IntStream.range(0, plans.size())
                .mapToObj(i -> (Turn) new Sliced(simulation, plans.get(i), i))
                .toList();
    }

    /** The order in which the tasks are to get their turns. */
    List<String> rounds() {
        List<String> order = new ArrayList<>();
        for (int round = 1; order.size() < slices(); round++) {
            for (Plan plan : plans) {
                if (plan.slices() >= round) {
                    order.add(plan.name());
                }
            }
        }
        return order;
    }

    /** The failures, in the order in which they happen in {@link #rounds}. */
    List<RuntimeException> failures() {
        return plans.stream()
                .filter(plan -> plan.failure().isPresent())
                .sorted((a, b) -> Integer.compare(a.slices(), b.slices()))
                .map(plan -> plan.failure().orElseThrow())
                .toList();
    }

    private int slices() {
        return plans.stream().mapToInt(Plan::slices).sum();
    }

    /** The order in which they got their turns. */
    static List<String> turns(Timeline timeline) {
        return timeline.spans().stream()
                .filter(span -> span.activity() == Span.Activity.COMPUTING)
                .map(Span::label)
                .toList();
    }

    /** The first task that was called although it had ended. */
    static Optional<Span> calledAfterItsEnd(Timeline timeline) {
        return timeline.spans().stream()
                .filter(span -> span.activity() == Span.Activity.WAITING)
                .findFirst();
    }

    /** For example {@code 3 tasks of 1, 4 and 2 slices}. */
    String caption() {
        if (plans.size() > SPELT_OUT) {
            return plans.size() + " tasks";
        }
        List<String> counts =
                plans.stream().map(plan -> Integer.toString(plan.slices())).toList();
        String all = counts.size() == 1
                ? counts.getFirst()
                : String.join(", ", counts.subList(0, counts.size() - 1)) + " and " + counts.getLast();
        return plans.size() + (plans.size() == 1 ? " task of " : " tasks of ") + all + " slices";
    }
}
