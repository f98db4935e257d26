package twostoves.checks.parallelism;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.kit.Stencil;
import twostoves.simulation.SimulatedFunction;
import twostoves.simulation.Simulation;

/**
 * A stencil that knows every value of every step beforehand, and so sees of which step the cells are that it is given.
 *
 * <p>It looks at them when it is called and again when its time is up: a stencil may read them at any time in between. No
 * two steps give a cell the same value, as the plate is drawn at random and never comes to rest.
 */
final class WatchedStencil implements Stencil {

    private static final int[][] READ = {{0, 0}, {-1, 0}, {1, 0}, {0, -1}, {0, 1}};

    /** A heat problem, and all there is to know of it. */
    static final class Problem {

        /** The plates after 0, 1, 2, … steps. */
        private final List<double[][]> plates = new ArrayList<>();

        private final IntUnaryOperator units;

        private Problem(double[][] plate, int steps, IntUnaryOperator units) {
            this.units = units;
            plates.add(plate);
            for (int step = 0; step < steps; step++) {
                plates.add(after(plates.getLast()));
            }
        }

        /**
         * Draws a problem.
         *
         * @param rows the inner rows
         * @param columns the inner columns
         */
        static Problem random(RandomGenerator random, int rows, int columns, int steps) {
            double[][] plate = new double[rows + 2][];
            Arrays.setAll(plate, row -> random.doubles(columns + 2L, 0, 100).toArray());
            return new Problem(plate, steps, row -> 1);
        }

        /**
         * The same problem at another price.
         *
         * @param cost the units that each cell of a row costs; positive
         */
        Problem costing(IntUnaryOperator cost) {
            return new Problem(plates.getFirst(), steps(), cost);
        }

        private static double[][] after(double[][] plate) {
            double[][] next = copy(plate);
            for (int row = 1; row < plate.length - 1; row++) {
                for (int column = 1; column < plate[row].length - 1; column++) {
                    next[row][column] = mean(plate, row, column);
                }
            }
            return next;
        }

        int steps() {
            return plates.size() - 1;
        }

        int rows() {
            return plates.getFirst().length - 2;
        }

        int columns() {
            return plates.getFirst()[0].length - 2;
        }

        /** The plate to hand to a submission: a new one each time. */
        double[][] plate() {
            return copy(plates.getFirst());
        }

        double[][] result() {
            return plates.getLast();
        }

        /** Where a plate differs from what is due, for people. */
        static Optional<String> difference(double[][] actual, double[][] expected) {
            if (actual.length != expected.length) {
                return Optional.of("it has " + actual.length + " rows instead of " + expected.length);
            }
            for (int row = 0; row < expected.length; row++) {
                if (actual[row] == null || actual[row].length != expected[row].length) {
                    return Optional.of("row " + row + " is missing or of another length");
                }
                for (int column = 0; column < expected[row].length; column++) {
                    if (actual[row][column] != expected[row][column]) {
                        return Optional.of("the cell in row " + row + ", column " + column + " is "
                                + actual[row][column] + " instead of " + expected[row][column]);
                    }
                }
            }
            return Optional.empty();
        }

        private static double[][] copy(double[][] plate) {
            return Arrays.stream(plate).map(double[]::clone).toArray(double[][]::new);
        }
    }

    /** A cell that was not as it should have been when it was read. */
    private record Misread(long at, Diagnosis diagnosis, String message) {}

    private final Simulation simulation;
    private final Problem problem;
    private final AtomicIntegerArray calls;
    private final Queue<Misread> misreads = new ConcurrentLinkedQueue<>();

    WatchedStencil(Simulation simulation, Problem problem) {
        this.simulation = simulation;
        this.problem = problem;
        this.calls = new AtomicIntegerArray((problem.rows() + 2) * (problem.columns() + 2));
    }

    @Override
    public double next(double[][] plate, int row, int column) {
        if (!isInner(row, column)) {
            throw new IllegalArgumentException("row " + row + ", column " + column + " is no inner cell of the plate");
        }
        int step = calls.incrementAndGet(index(row, column));
        look(plate, row, column, step);
        double value = mean(plate, row, column);
        Duration cost = SimulatedFunction.COST.multipliedBy(problem.units.applyAsInt(row));
        simulation.compute("step " + step + ", row " + row, index(row, column), cost);
        look(plate, row, column, step);
        return value;
    }

    private static double mean(double[][] plate, int row, int column) {
        double beside =
                plate[row - 1][column] + plate[row + 1][column] + plate[row][column - 1] + plate[row][column + 1];
        return (plate[row][column] + beside) / 5;
    }

    private boolean isInner(int row, int column) {
        return row > 0 && row <= problem.rows() && column > 0 && column <= problem.columns();
    }

    private int index(int row, int column) {
        return row * (problem.columns() + 2) + column;
    }

    private void look(double[][] plate, int row, int column, int step) {
        if (step > problem.steps()) {
            return;
        }
        for (int[] beside : READ) {
            int r = row + beside[0];
            int c = column + beside[1];
            double seen = plate[r][c];
            if (seen != problem.plates.get(step - 1)[r][c]) {
                misreads.add(misread(step, new int[] {row, column}, new int[] {r, c}, seen));
            }
        }
    }

    private Misread misread(int step, int[] cell, int[] read, double seen) {
        long now = simulation.now();
        String reading = "Step " + step + " of the cell in row " + cell[0] + ", column " + cell[1] + " reads row "
                + read[0] + ", column " + read[1] + " " + "at " + Times.ofNanos(now) + ", and ";
        for (int other = 0; other <= problem.steps(); other++) {
            if (problem.plates.get(other)[read[0]][read[1]] == seen && isInner(read[0], read[1])) {
                String found = reading + "finds it as it is after " + other + (other == 1 ? " step" : " steps")
                        + "; it is to be as after " + (step - 1) + ".";
                return new Misread(now, other == step ? Diagnosis.IN_PLACE_UPDATE : Diagnosis.NO_BARRIER, found);
            }
        }
        String found = reading + "finds " + seen + ", which it "
                + (isInner(read[0], read[1]) ? "has after no step." : "never is: the edge keeps its values.");
        return new Misread(now, Diagnosis.WRONG_VALUES, found);
    }

    /**
     * Demands that every cell was computed once in each step.
     *
     * @throws CheckFailure for a cell left out or computed twice
     */
    void demandEachOncePerStep(int workers) {
        String on = " on " + workers + (workers == 1 ? " worker" : " workers");
        for (int row = 1; row <= problem.rows(); row++) {
            for (int column = 1; column <= problem.columns(); column++) {
                int times = calls.get(index(row, column));
                String message = "In " + problem.steps() + " steps" + on + " you computed the cell in row " + row
                        + ", column " + column + " " + times + " times.";
                if (times > problem.steps()) {
                    throw CheckFailure.proven(Diagnosis.WORK_DONE_TWICE, message);
                }
                if (times < problem.steps()) {
                    boolean tail = row > problem.rows() - problem.rows() % workers;
                    throw CheckFailure.proven(tail ? Diagnosis.REMAINDER_DROPPED : Diagnosis.GAP_OR_OVERLAP, message);
                }
            }
        }
    }

    /**
     * Demands that every cell was read as it is after the step before.
     *
     * @throws CheckFailure for the first that was not
     */
    void demandReadsOfStepBefore() {
        misreads.stream()
                .min(Comparator.comparingLong(Misread::at).thenComparing(Misread::diagnosis))
                .ifPresent(misread -> {
                    throw CheckFailure.proven(misread.diagnosis(), misread.message());
                });
    }
}
