package twostoves.checks.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import twostoves.checks.Endings;
import twostoves.checks.sharing.Scene.Call;
import twostoves.checks.sharing.Scene.Played;
import twostoves.contract.BoundedBufferContract;
import twostoves.evidence.Stall;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;

/** A scene with a bounded buffer: cooks put, waiters take, guests ask for the size. */
final class Hatch {

    /** The clock moves when a call begins, and not when one is woken up. */
    private static final int STEPS_TO_SPARE = 4;

    private final Scene<BoundedBufferContract<String>> scene;
    private final RandomGenerator random;

    /** What each cook puts. */
    private final Map<String, String> items = new HashMap<>();

    private final List<String> waiters = new ArrayList<>();

    Hatch(String caption, RandomGenerator random) {
        this.scene = new Scene<>(caption);
        this.random = random;
    }

    Scene<BoundedBufferContract<String>> scene() {
        return scene;
    }

    Hatch put(long millis, String cook) {
        String item = "dish-" + random.nextInt(1_000, 10_000) + "-" + items.size();
        items.put(cook, item);
        scene.at(millis, cook, "put", buffer -> {
            buffer.put(item);
            return "";
        });
        return this;
    }

    Hatch take(long millis, String waiter) {
        waiters.add(waiter);
        scene.at(millis, waiter, "take", BoundedBufferContract::take);
        return this;
    }

    Hatch size(long millis, String guest) {
        scene.at(millis, guest, "size", BoundedBufferContract::size);
        return this;
    }

    Hatch interrupt(long millis, String who) {
        scene.interrupt(millis, who);
        return this;
    }

    // ---- demands -------------------------------------------------------------------------------------------------

    /** Demands that a call ended without a failure, and not after a given time. */
    void demand(Played played, String who, long millis) {
        Call call = played.call(who);
        if (!call.deed().ended()) {
            throw stuck(played, call);
        }
        call.deed().failure().ifPresent(failure -> {
            throw Endings.unexpected(failure).showing(played.picture());
        });
        if (!call.endedBy(millis)) {
            boolean looksAgain =
                    played.observed().run().steps() > 2L * played.calls().size() + STEPS_TO_SPARE;
            throw CheckFailure.measured(
                            looksAgain ? Diagnosis.BUSY_WAIT : Diagnosis.LOST_WAKEUP,
                            call.says() + " could have ended at " + seconds(millis) + ", and ended at "
                                    + Times.ofNanos(call.deed().endedAt())
                                    + (looksAgain
                                            ? ": nobody wakes it up, it looks again and again."
                                            : ": nobody woke it up before."))
                    .showing(played.picture());
        }
    }

    /** Demands that a call waited until a given time, and ended then. */
    void demandWaited(Played played, String who, long millis) {
        demandNotBefore(played, who, millis, Diagnosis.DOES_NOT_WAIT, "it has to wait until then.");
        demand(played, who, millis);
    }

    /** Demands that a call that is woken up for no reason goes on waiting. */
    void demandPatience(Played played, String who, long millis) {
        demandNotBefore(
                played,
                who,
                millis,
                Diagnosis.WAIT_NOT_IN_LOOP,
                "it woke up for no reason, as it may, and did not look whether it can go on.");
    }

    private static void demandNotBefore(Played played, String who, long millis, Diagnosis diagnosis, String reason) {
        Call call = played.call(who);
        if (call.deed().ended() && call.deed().endedAt() < Scene.nanos(millis)) {
            String how = call.deed()
                    .failure()
                    .map(failure -> "threw " + Endings.describe(failure))
                    .orElse("returned");
            throw CheckFailure.measured(
                            diagnosis,
                            call.says() + " can end at " + seconds(millis) + ", but it " + how + " at "
                                    + Times.ofNanos(call.deed().endedAt()) + ": " + reason)
                    .at(call.deed().failure().flatMap(Endings::placeOf))
                    .showing(played.picture());
        }
    }

    /** Demands that a waiter got the item of a cook, and not after a given time. */
    void demandTaken(Played played, String waiter, long millis, String cook) {
        demand(played, waiter, millis);
        Object taken = played.call(waiter).deed().value().orElse("null");
        if (!taken.equals(items.get(cook))) {
            throw CheckFailure.proven(
                            Diagnosis.WRONG_VALUES,
                            waiter + " is to get what " + cook + " has put, " + items.get(cook) + ", but got " + taken
                                    + ".")
                    .showing(played.picture());
        }
    }

    void demandSize(Played played, String guest, long millis, int size) {
        demand(played, guest, millis);
        Object actual = played.call(guest).deed().value().orElse("null");
        if (!actual.equals(size)) {
            throw CheckFailure.proven(
                            Diagnosis.WRONG_VALUES,
                            "At " + seconds(millis) + " size() is to be " + size + ", but it is " + actual + ".")
                    .showing(played.picture());
        }
    }

    /** Demands that all calls have ended by a given time. */
    void demandEnded(Played played, long millis) {
        demandThrough(played);
        played.stuck().stream().findFirst().ifPresent(call -> {
            throw stuck(played, call);
        });
        played.calls().forEach(call -> demand(played, call.who(), millis));
    }

    /** Demands that nobody went through who could not. */
    private static void demandThrough(Played played) {
        played.calls().stream()
                .flatMap(call -> call.deed().failure().stream())
                .findFirst()
                .ifPresent(failure -> {
                    throw CheckFailure.measured(
                                    Diagnosis.WAIT_NOT_IN_LOOP,
                                    "A thread that was woken up, and could not go on, went on all the same: it threw "
                                            + Endings.describe(failure) + ".")
                            .at(Endings.placeOf(failure))
                            .showing(played.picture());
                });
    }

    /** Demands that at each of some instants exactly one more of some calls ends. */
    void demandOneMoreEach(Played played, List<String> who, List<Long> instants) {
        demandThrough(played);
        for (int i = 0; i < instants.size(); i++) {
            long millis = instants.get(i);
            long ended = who.stream()
                    .filter(name -> played.call(name).endedBy(millis))
                    .count();
            if (ended > i + 1) {
                throw CheckFailure.measured(
                                Diagnosis.WAIT_NOT_IN_LOOP,
                                "At " + seconds(millis) + " " + (i + 1) + " of " + who.size()
                                        + " waiting threads can have gone on, but " + ended
                                        + " have: a thread that was woken up did not look whether it can go on.")
                        .showing(played.picture());
            }
            if (ended < i + 1) {
                played.stuck().stream().findFirst().ifPresent(call -> {
                    throw stuck(played, call);
                });
                demand(
                        played,
                        who.stream()
                                .filter(name -> !played.call(name).endedBy(millis))
                                .findFirst()
                                .orElseThrow(),
                        millis);
            }
        }
    }

    /** Demands that every item that was put was taken by one waiter. */
    void demandEachTakenOnce(Played played) {
        played.stuck().stream().findFirst().ifPresent(call -> {
            throw stuck(played, call);
        });
        List<String> missing = new ArrayList<>(items.values());
        for (String waiter : waiters) {
            Object taken = played.call(waiter).deed().value().orElse("null");
            if (!missing.remove(taken)) {
                throw CheckFailure.proven(
                                Diagnosis.WRONG_VALUES,
                                waiter + " got " + taken
                                        + (items.containsValue(taken)
                                                ? ", which somebody else got too."
                                                : ", which nobody had put."))
                        .showing(played.picture());
            }
        }
    }

    void demandInterrupted(Played played, String who, long millis) {
        Call call = played.call(who);
        demandNotBefore(played, who, millis, Diagnosis.DOES_NOT_WAIT, "it has to wait until then.");
        boolean thrown = call.deed()
                .failure()
                .filter(InterruptedException.class::isInstance)
                .isPresent();
        if (!thrown || !call.endedBy(millis)) {
            String outcome = !call.deed().ended()
                    ? "still waits"
                    : call.deed()
                                    .failure()
                                    .map(failure -> "threw " + Endings.describe(failure))
                                    .orElse("returned")
                            + " at " + Times.ofNanos(call.deed().endedAt());
            throw CheckFailure.measured(
                            Diagnosis.INTERRUPT_SWALLOWED,
                            who + " was interrupted at " + seconds(millis) + " while it waited. Its " + call.what()
                                    + " is to throw InterruptedException then, but it " + outcome + ".")
                    .showing(played.picture());
        }
    }

    /** Why a call that could go on has never come back. */
    private static CheckFailure stuck(Played played, Call call) {
        List<Stall> stalls = played.stuck().stream()
                .flatMap(other -> played.stall(other).stream())
                .toList();
        boolean locked = stalls.stream().anyMatch(Stall::waitsForLock);
        boolean otherwise = stalls.stream().anyMatch(stall -> !stall.waitsForLock());
        Diagnosis diagnosis = !locked
                ? Diagnosis.LOST_WAKEUP
                : otherwise ? Diagnosis.LOCK_HELD_WHILE_WAITING : Diagnosis.LOCK_NOT_RELEASED;
        String reason = switch (diagnosis) {
            case LOST_WAKEUP -> "it could go on, and nobody wakes it up.";
            case LOCK_HELD_WHILE_WAITING ->
                "threads are kept out by a lock that is held by a thread which waits for them.";
            default -> "threads are kept out by a lock that was taken and never released.";
        };
        return CheckFailure.measured(
                        diagnosis,
                        call.says() + ", begun at " + Times.ofNanos(call.deed().begunAt()) + ", has not ended at "
                                + Times.ofNanos(played.end()) + ": " + reason)
                .at(Endings.placeOf(stalls))
                .showing(played.picture());
    }

    private static String seconds(long millis) {
        return Times.ofNanos(Scene.nanos(millis));
    }
}
