package twostoves.checks.sharing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import twostoves.checks.Deed;
import twostoves.checks.Endings;
import twostoves.evidence.Span;
import twostoves.evidence.Stall;
import twostoves.evidence.Timeline;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Picture;
import twostoves.grading.Subject;
import twostoves.kit.Todo;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.Simulation;

/**
 * Calls of one object of the learner's by several threads, each at an instant of virtual time that is written down
 * beforehand. So it is no matter of luck who comes first, and when a call ends is an exact number.
 *
 * @param <T> the contract
 */
final class Scene<T> {

    /** No object that wakes its threads moves the clock so often; one whose threads look again and again does. */
    private static final long MOST_STEPS = 1_000;

    /**
     * What one thread does.
     *
     * @param <T> the contract
     */
    @FunctionalInterface
    interface Action<T> {
        Object on(T learners) throws Exception;
    }

    /** Who does what, and when in milliseconds; without an action the thread of that name is interrupted. */
    private record Cue<T>(long at, String who, String what, Optional<Action<T>> action) {}

    /**
     * A call that was made.
     *
     * @param who the name of its thread
     * @param what the call, for messages
     * @param deed the call
     */
    record Call(String who, String what, Deed<Object> deed) {

        boolean endedBy(long millis) {
            return deed.ended() && deed.endedAt() <= nanos(millis);
        }

        /** The call and its time, for messages. */
        String says() {
            return who + "'s " + what;
        }

        private Span span(long end) {
            Span.Ending ending = !deed.ended()
                    ? Span.Ending.UNFINISHED
                    : deed.failure().isPresent() ? Span.Ending.FAILED : Span.Ending.COMPLETED;
            return new Span(
                    who + " " + what,
                    0,
                    Span.Activity.WAITING,
                    deed.thread(),
                    deed.begunAt(),
                    deed.ended() ? deed.endedAt() : end,
                    ending);
        }
    }

    /**
     * What came of a scene.
     *
     * @param observed the run
     * @param calls the calls, in the order in which they began
     * @param end when the scene ended, in virtual nanoseconds
     * @param caption what was played
     */
    record Played(Subject.Observed<Boolean> observed, List<Call> calls, long end, String caption) {

        Call call(String who) {
            return calls.stream()
                    .filter(call -> call.who().equals(who))
                    .findFirst()
                    .orElseThrow();
        }

        /** Where the thread of a call was in the end, if it had not come back. */
        Optional<Stall> stall(Call call) {
            return observed.run().leftovers().stream()
                    .filter(stall -> stall.thread().equals(call.deed().thread()))
                    .findFirst();
        }

        /** The calls that had not ended when the scene was over. */
        List<Call> stuck() {
            return calls.stream().filter(call -> !call.deed().ended()).toList();
        }

        Picture picture() {
            return new Picture(
                    caption,
                    new Timeline(calls.stream().map(call -> call.span(end)).toList(), end),
                    Optional.empty());
        }

        /** Demands that no call has thrown anything. */
        void demandNoFailure() {
            calls.stream()
                    .flatMap(call -> call.deed().failure().stream())
                    .findFirst()
                    .ifPresent(failure -> {
                        throw Endings.unexpected(failure).showing(picture());
                    });
        }
    }

    private final List<Cue<T>> cues = new ArrayList<>();
    private final String caption;
    private Consumer<Simulation> opening = world -> {};

    Scene(String caption) {
        this.caption = caption;
    }

    /** Prepares what the calls need of the world of a run. */
    Scene<T> opening(Consumer<Simulation> preparation) {
        opening = preparation;
        return this;
    }

    /** Has a new thread make a call. Calls of the same instant begin together. */
    Scene<T> at(long millis, String who, String what, Action<T> action) {
        cues.add(new Cue<>(millis, who, what, Optional.of(action)));
        return this;
    }

    /** Interrupts the thread that has made a call before. */
    Scene<T> interrupt(long millis, String who) {
        cues.add(new Cue<>(millis, who, "", Optional.empty()));
        return this;
    }

    /** Plays the scene in a plain run. */
    Played play(Subject<T> subject, Settings settings, long endMillis) {
        List<Call> calls = new ArrayList<>();
        return played(
                subject,
                subject.observe(
                        settings.findingLeftovers(), (learners, world) -> perform(learners, world, calls, endMillis)),
                calls,
                endMillis);
    }

    /** Plays the scene in a run in which threads are let meet at what they share, and go first at each other's locks. */
    Played playSharing(Subject<T> subject, Settings settings, long endMillis) {
        List<Call> calls = new ArrayList<>();
        return played(
                subject,
                subject.observeSharing(
                        settings.findingLeftovers(), (learners, world) -> perform(learners, world, calls, endMillis)),
                calls,
                endMillis);
    }

    private Played played(Subject<T> subject, Subject.Observed<Boolean> observed, List<Call> calls, long endMillis) {
        Played played = new Played(observed, List.copyOf(calls), nanos(endMillis), caption);
        Run<Boolean> run = observed.run();
        Endings.demandEnd(run, subject.exercise(), caption);
        run.failure().ifPresent(failure -> {
            throw Endings.unexpected(failure);
        });
        if (run.steps() > MOST_STEPS) {
            throw CheckFailure.measured(
                            Diagnosis.BUSY_WAIT,
                            "Threads of yours ask again and again, with a short pause between: they had done so "
                                    + run.steps() + " times when "
                                    + Times.ofNanos(played.end()) + " had passed.")
                    .showing(played.picture());
        }
        return played;
    }

    private boolean perform(T learners, Simulation world, List<Call> calls, long endMillis)
            throws InterruptedException {
        calls.clear();
        opening.accept(world);
        for (Cue<T> cue : cues) {
            world.sleep(Duration.ofNanos(nanos(cue.at()) - world.now()));
            if (cue.action().isPresent()) {
                Action<T> action = cue.action().get();
                calls.add(new Call(cue.who(), cue.what(), Deed.start(world, cue.who(), () -> action.on(learners))));
            } else {
                calls.stream()
                        .filter(call -> call.who().equals(cue.who()))
                        .forEach(call -> call.deed().interrupt());
            }
        }
        world.sleep(Duration.ofNanos(nanos(endMillis) - world.now()));
        for (Call call : calls) {
            if (call.deed().failure().orElse(null) instanceof Todo notBegun) {
                throw notBegun;
            }
        }
        return true;
    }

    static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
