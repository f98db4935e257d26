package twostoves.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;
import twostoves.kit.Todo;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.Simulation;

/**
 * Calls with arguments at the edge, and what the contract says of each. All are made in one run.
 *
 * @param <T> the contract
 */
public final class Arguments<T> {

    /** A call and what must come of it: a value, an exception, or, if neither is given, an end without one. */
    private record Case<T>(
            String call, Optional<Object> value, Optional<Class<? extends Throwable>> failure, Subject.Use<T, ?> use) {

        /** Makes the call and says what is wrong with what came of it. */
        Optional<CheckFailure> fault(T learners, Simulation simulation) {
            String due = due();
            try {
                Object actual = use.apply(learners, simulation);
                boolean right = failure.isEmpty()
                        && value.map(expected -> expected.equals(actual)).orElse(true);
                return right
                        ? Optional.empty()
                        : Optional.of(fault(call + " is to " + due + ", but it returned " + actual + "."));
            } catch (Todo notBegun) {
                throw notBegun;
            } catch (Throwable thrown) {
                return failure.filter(expected -> expected.isInstance(thrown)).isPresent()
                        ? Optional.empty()
                        : Optional.of(fault(call + " is to " + due + ", but it threw " + Endings.describe(thrown) + ".")
                                .at(Endings.placeOf(thrown)));
            }
        }

        String due() {
            return failure.map(expected -> "throw " + expected.getSimpleName())
                    .orElseGet(() -> value.map(expected -> "return " + expected).orElse("return, having done nothing"));
        }

        private static CheckFailure fault(String message) {
            return CheckFailure.proven(Diagnosis.UNCHECKED_ARGUMENTS, message);
        }
    }

    private final List<Case<T>> cases = new ArrayList<>();

    /**
     * Adds a call that must throw.
     *
     * @param expected the exception that the contract names
     * @param call the call, for the message, such as {@code fetchAll(null, api)}
     * @param use makes the call
     * @return this list of calls
     */
    public Arguments<T> mustThrow(Class<? extends Throwable> expected, String call, Subject.Use<T, ?> use) {
        cases.add(new Case<>(call, Optional.empty(), Optional.of(expected), use));
        return this;
    }

    /**
     * Adds a call that must return a given value.
     *
     * @param expected the value
     * @param call the call, for the message
     * @param use makes the call
     * @return this list of calls
     */
    public Arguments<T> mustReturn(Object expected, String call, Subject.Use<T, ?> use) {
        cases.add(new Case<>(call, Optional.of(expected), Optional.empty(), use));
        return this;
    }

    /**
     * Adds a call of a method without a result that must end without an exception.
     *
     * @param call the call, for the message
     * @param use makes the call
     * @return this list of calls
     */
    public Arguments<T> mustEnd(String call, Subject.Use<T, ?> use) {
        cases.add(new Case<>(call, Optional.empty(), Optional.empty(), use));
        return this;
    }

    /**
     * Makes the calls, one after another.
     *
     * @param subject the submission
     * @throws CheckFailure for the first call that does not do what the contract says, or if one never ends
     */
    public void check(Subject<T> subject) {
        AtomicReference<Case<T>> current = new AtomicReference<>(cases.getFirst());
        Run<List<CheckFailure>> run = subject.run(
                Settings.STANDARD,
                (learners, simulation) -> cases.stream()
                        .peek(current::set)
                        .flatMap(call -> call.fault(learners, simulation).stream())
                        .toList());
        if (run.end() == Run.End.DEADLOCKED) {
            Case<T> endless = current.get();
            throw CheckFailure.measured(
                            Diagnosis.UNCHECKED_ARGUMENTS,
                            endless.call() + " is to " + endless.due() + ", but it waits for ever.")
                    .at(Endings.placeOf(run.stalled()));
        }
        Endings.valueOf(run, subject.exercise(), "arguments at the edge").stream()
                .findFirst()
                .ifPresent(fault -> {
                    throw fault;
                });
    }
}
