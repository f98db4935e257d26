package twostoves.checks.parallelism;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import twostoves.checks.Endings;
import twostoves.contract.SumOfSquaresContract;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;
import twostoves.kit.Range;
import twostoves.kit.Todo;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedFunction;

/** Sums that fit in a {@code long} or do not, and what is to come of each. All are asked for in one run. */
final class Sums {

    /** So many numbers, each with this square, on so many workers. */
    private record Sum(Range numbers, int workers, long square) {

        private boolean fits() {
            return BigInteger.valueOf(square)
                            .multiply(BigInteger.valueOf(numbers.size()))
                            .bitLength()
                    < Long.SIZE;
        }

        /** Asks for it, and says what is wrong with what came of it. */
        Optional<CheckFailure> fault(SumOfSquaresContract learners, SimulatedFunction function) {
            try {
                long actual = learners.sumOfSquares(numbers, workers, function);
                return fits()
                        ? faultOfSum(actual)
                        : Optional.of(CheckFailure.proven(
                                Diagnosis.SUM_OVERFLOW, due() + "your method returned " + actual + "."));
            } catch (Todo notBegun) {
                throw notBegun;
            } catch (Throwable thrown) {
                return fits() ? Optional.of(Endings.unexpected(thrown)) : faultOfThrown(thrown);
            }
        }

        private Optional<CheckFailure> faultOfSum(long actual) {
            long expected = square * numbers.size();
            return actual == expected
                    ? Optional.empty()
                    : Optional.of(CheckFailure.proven(
                            expected != Long.MAX_VALUE && (double) actual == (double) expected
                                    ? Diagnosis.WRONG_VALUES
                                    : Diagnosis.SUM_OVERFLOW,
                            "The sum is to be " + (expected == Long.MAX_VALUE ? "Long.MAX_VALUE" : expected)
                                    + ", which fits, but yours is " + actual + "."));
        }

        private Optional<CheckFailure> faultOfThrown(Throwable thrown) {
            if (thrown instanceof ArithmeticException) {
                return Optional.empty();
            }
            Diagnosis diagnosis = thrown.getCause() instanceof ArithmeticException
                    ? Diagnosis.WRAPPED_FAILURE
                    : Diagnosis.SUM_OVERFLOW;
            return Optional.of(
                    CheckFailure.proven(diagnosis, due() + "your method threw " + Endings.describe(thrown) + ".")
                            .at(Endings.placeOf(thrown)));
        }

        private String due() {
            return "The sum of " + numbers.size() + " squares of " + square + " on " + workers
                    + (workers == 1 ? " worker" : " workers")
                    + " does not fit in a long: ArithmeticException is due, but ";
        }
    }

    private final List<Sum> sums = new ArrayList<>();

    void of(Range numbers, int workers, long square) {
        sums.add(new Sum(numbers, workers, square));
    }

    /**
     * Asks for the sums, one after another.
     *
     * @throws CheckFailure for the first that is neither exact nor told to overflow, or if one never ends
     */
    void demandExactOrOverflow(Subject<SumOfSquaresContract> subject) {
        Run<List<CheckFailure>> run = subject.run(
                Settings.STANDARD,
                (learners, simulation) -> sums.stream()
                        .flatMap(sum ->
                                sum.fault(learners, new SimulatedFunction(simulation, number -> sum.square())).stream())
                        .toList());
        Endings.valueOf(run, subject.exercise(), "sums at the limit of a long").stream()
                .findFirst()
                .ifPresent(fault -> {
                    throw fault;
                });
    }
}
