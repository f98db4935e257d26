package twostoves.checks.parallelism;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import twostoves.simulation.Simulation;

/**
 * Items to apply a function to, each with a cost of its own.
 *
 * @param all the items, in their order
 */
record Dishes(List<Dish> all) {

    /** What costs one unit: one virtual millisecond of one core. */
    static final Duration UNIT = Duration.ofMillis(1);

    /** An item. Two of them may be equal, and are two items all the same. */
    static final class Dish {
        private final int number;
        private final String name;
        private final int units;

        private Dish(int number, String name, int units) {
            this.number = number;
            this.name = name;
            this.units = units;
        }

        int number() {
            return number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Dish that && that.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Makes dishes of the given costs, each different from the others. */
    static Dishes of(int count, IntUnaryOperator units) {
        return new Dishes(IntStream.range(0, count)
                .mapToObj(i -> new Dish(i, "dish " + i, units.applyAsInt(i)))
                .toList());
    }

    /** Makes the last of the dishes equal to the first. */
    Dishes withAnEqualPair() {
        List<Dish> dishes = new ArrayList<>(all);
        Dish last = dishes.removeLast();
        dishes.add(new Dish(last.number, dishes.getFirst().name, last.units));
        return new Dishes(List.copyOf(dishes));
    }

    int size() {
        return all.size();
    }

    /** Adds up the costs. */
    int work() {
        return all.stream().mapToInt(dish -> dish.units).sum();
    }

    int dearest() {
        return all.stream().mapToInt(dish -> dish.units).max().orElse(0);
    }

    /**
     * Tells how long it may take at the most if nobody is idle while anything is left to begin: when the last dish is begun,
     * all cores have been busy until then (Graham, <i>Bounds for certain multiprocessing anomalies</i>, 1966).
     *
     * @param cores how many compute at a time
     * @return virtual nanoseconds
     */
    long longestMakespan(int cores) {
        return UNIT.toNanos() * work() / cores + UNIT.toNanos() * dearest();
    }

    /** The results that are due. */
    <R> List<R> results(Function<Dish, R> values) {
        return all.stream().map(values).toList();
    }

    /** A function that charges what a dish costs, and then returns or throws. */
    static <R> Function<Dish, R> costing(Simulation simulation, Function<Dish, R> values) {
        return dish -> {
            simulation.compute(dish.name, dish.number, UNIT.multipliedBy(dish.units));
            return values.apply(dish);
        };
    }
}
