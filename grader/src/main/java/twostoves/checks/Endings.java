package twostoves.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import twostoves.evidence.Frame;
import twostoves.evidence.Span;
import twostoves.evidence.Stall;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.Picture;
import twostoves.grading.Place;
import twostoves.kit.Todo;
import twostoves.simulation.Run;
import twostoves.simulation.Simulation;

/** What every check asks first: did the call come to an end, and to which? */
public final class Endings {

    private static final int WAITERS_NAMED = 3;

    private Endings() {}

    /**
     * Demands that the call has returned something.
     *
     * @param run the run
     * @param exercise the exercise, whose {@link Todo} means that it has not been begun
     * @param caption what was run, for the picture
     * @param <V> what the call returns
     * @return what it returned
     * @throws CheckFailure if it returned null, threw, or never ended
     */
    public static <V> V valueOf(Run<V> run, Exercise exercise, String caption) {
        demandEnd(run, exercise, caption);
        if (run.failure().isPresent()) {
            throw unexpected(run.failure().get());
        }
        return run.value().orElseThrow(() -> CheckFailure.proven(Diagnosis.WRONG_VALUES, "Your method returned null."));
    }

    /**
     * Demands that the call has ended, by a value or an exception, and did not spin meanwhile.
     *
     * @param run the run
     * @param exercise the exercise
     * @param caption what was run, for the picture
     * @throws CheckFailure if it has not begun, hangs, or burnt processor time while it waited
     */
    public static void demandEnd(Run<?> run, Exercise exercise, String caption) {
        switch (run.end()) {
            case RETURNED -> {}
            case THREW ->
                run.failure().filter(failure -> isOwnTodo(failure, exercise)).ifPresent(todo -> {
                    throw CheckFailure.proven(Diagnosis.UNSOLVED, "not begun yet");
                });
            case DEADLOCKED -> throw deadlock(run).showing(picture(run, caption));
            case SPINNING ->
                throw CheckFailure.measured(
                                Diagnosis.NEVER_RETURNS,
                                "Your method does not return: it burns processor time and waits for nothing.")
                        .at(placeOf(run.stalled()));
            case OUT_OF_TIME -> {
                if (run.steps() >= Simulation.MOST_STEPS) {
                    throw CheckFailure.measured(
                                    Diagnosis.BUSY_WAIT,
                                    "Your method asks again and again, with a short pause between: it had done so "
                                            + run.steps() + " times when "
                                            + Times.ofNanos(run.timeline().makespan())
                                            + " had passed.")
                            .at(placeOf(run.stalled()));
                }
                if (run.spinning().isEmpty() || !isSomethingUnderWay(run)) {
                    throw CheckFailure.measured(
                                    Diagnosis.NEVER_RETURNS,
                                    "Your method had not returned after a minute of real time.")
                            .at(placeOf(run.stalled()));
                }
            }
        }
        if (!run.spinning().isEmpty()) {
            throw CheckFailure.measured(
                            Diagnosis.BUSY_WAIT,
                            "A thread of yours (" + run.spinning().getFirst()
                                    + ") asks again and again instead of waiting: it burnt processor time for as long as"
                                    + " nothing happened.")
                    .showing(picture(run, caption));
        }
    }

    /**
     * Reports an exception where a result was due.
     *
     * @param failure what was thrown
     * @return the failure of the check
     */
    public static CheckFailure unexpected(Throwable failure) {
        if (failure instanceof Todo) {
            String owner =
                    failure.getStackTrace().length == 0 ? "code you call" : failure.getStackTrace()[0].getClassName();
            return CheckFailure.proven(
                    Diagnosis.THROWS_UNEXPECTEDLY, owner + ", which you call, is not begun yet: it throws Todo.");
        }
        Diagnosis diagnosis =
                failure instanceof OutOfMemoryError ? Diagnosis.OUT_OF_MEMORY : Diagnosis.THROWS_UNEXPECTEDLY;
        return CheckFailure.proven(diagnosis, "Your method threw " + describe(failure) + ".")
                .at(placeOf(failure));
    }

    private static boolean isSomethingUnderWay(Run<?> run) {
        return run.timeline().spans().stream().anyMatch(span -> span.ending() == Span.Ending.UNFINISHED);
    }

    private static boolean isOwnTodo(Throwable failure, Exercise exercise) {
        StackTraceElement[] stack = failure.getStackTrace();
        return failure instanceof Todo
                && stack.length > 0
                && stack[0].getClassName().split("\\$")[0].equals(exercise.className());
    }

    /**
     * Prints an exception for people.
     *
     * @param failure the exception
     * @return its class and message, for example {@code IOException: no route}
     */
    public static String describe(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        String message = failure.getMessage();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }

    /**
     * Finds the line of the learner's code that an exception came through.
     *
     * @param failure the exception
     * @return the innermost line of the learner's
     */
    public static Optional<Place> placeOf(Throwable failure) {
        for (StackTraceElement element : failure.getStackTrace()) {
            Frame frame = Frame.of(element);
            if (frame.isLearners() && frame.line() > 0) {
                return Optional.of(Place.of(frame));
            }
        }
        return Optional.empty();
    }

    /**
     * Finds the line of the learner's code in which one of some threads waits.
     *
     * @param stalls the threads, in order of interest
     * @return the first line found
     */
    public static Optional<Place> placeOf(List<Stall> stalls) {
        return stalls.stream()
                .flatMap(stall -> stall.learnerFrame().stream())
                .filter(frame -> frame.line() > 0)
                .findFirst()
                .map(Place::of);
    }

    /**
     * Draws a run whose length is not the point.
     *
     * @param run the run
     * @param caption what was run
     * @return the picture
     */
    public static Picture picture(Run<?> run, String caption) {
        return new Picture(caption, run.timeline(), Optional.empty());
    }

    private static CheckFailure deadlock(Run<?> run) {
        List<Stall> waiting = run.stalled().stream()
                .filter(stall -> stall.learnerFrame().isPresent())
                .toList();
        boolean locks = waiting.stream()
                .anyMatch(stall -> stall.waitsForLock()
                        && waiting.stream()
                                .anyMatch(
                                        other -> other != stall && other.owns().contains(stall.waitsFor())));
        boolean starved = waiting.stream().anyMatch(Endings::waitsForTaskInPool);
        Diagnosis diagnosis = starved
                ? Diagnosis.THREAD_STARVATION_DEADLOCK
                : locks ? Diagnosis.LOCK_ORDER_DEADLOCK : Diagnosis.DEADLOCK;
        String who = waiting.stream().limit(WAITERS_NAMED).map(Endings::sayWait).collect(Collectors.joining("; "));
        int more = waiting.size() - WAITERS_NAMED;
        String rest = more > 0 ? "; and " + more + " more" : "";
        return CheckFailure.measured(
                        diagnosis,
                        "After " + Times.ofNanos(run.timeline().makespan())
                                + " nobody can go on and nothing is under way: " + who + rest + ".")
                .at(placeOf(waiting));
    }

    private static boolean waitsForTaskInPool(Stall stall) {
        return stall.isBusyPoolWorker()
                && (stall.isIn("java.util.concurrent.FutureTask", "get")
                        || stall.isIn("java.util.concurrent.CompletableFuture", "join")
                        || stall.isIn("java.util.concurrent.CompletableFuture", "get")
                        || stall.isIn("java.util.concurrent.AbstractExecutorService", "invokeAll"));
    }

    private static String sayWait(Stall stall) {
        String place = stall.learnerFrame().map(frame -> " at " + frame.place()).orElse("");
        String operation = stall.isBlocked()
                ? "a lock"
                : stall.operation().map(Frame::operation).orElse("something");
        return name(stall.thread()) + " waits in " + operation + place;
    }

    /**
     * Names a thread for people.
     *
     * @param thread the thread
     * @return its name, or what it is
     */
    public static String name(ThreadIdentity thread) {
        return switch (thread.kind()) {
            case CALLER -> "the caller";
            case VIRTUAL -> thread.name().isEmpty() ? "a virtual thread" : thread.name();
            case PLATFORM, COMMON_POOL -> thread.name();
        };
    }
}
