package twostoves.checks.choosing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import twostoves.checks.Endings;
import twostoves.checks.OneAtATime;
import twostoves.evidence.Stall;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Place;
import twostoves.simulation.Settings;

/**
 * Names what is wrong with the threads that waited and computed.
 *
 * @param run a run that has returned the right thumbnails
 * @param settings how it was run
 */
record KindsApart(ThumbnailRun run, Settings settings) {

    /** Demands that something overlapped, that workers alone computed, and that they did nothing else. */
    void demand() {
        oneAtATime().or(this::wrongKind).or(this::mixed).or(this::tooMany).ifPresent(fault -> {
            throw fault.showing(run.picture());
        });
    }

    /** Demands all workers at work at the same time, in a run in which there is enough to do. */
    void demandAllAtWork() {
        int most = run.computing().maxInFlight();
        if (most >= run.workers()) {
            return;
        }
        boolean threads = run.shrinking().size() >= run.workers();
        throw CheckFailure.measured(
                        threads ? Diagnosis.LOCK_HELD_WHILE_COMPUTING : Diagnosis.WRONG_THREAD_COUNT,
                        "Never more than " + most + (most == 1 ? " picture was" : " pictures were")
                                + " being shrunk at the same time, and there are " + run.workers() + " workers."
                                + (threads ? " The others waited for a lock or a permit meanwhile." : ""))
                .at(threads ? lockedAt() : Optional.empty())
                .showing(run.picture());
    }

    private Optional<CheckFailure> oneAtATime() {
        if (run.run().timeline().maxInFlight() > 1) {
            return Optional.empty();
        }
        ThumbnailRun again = run.lookingAround(settings);
        OneAtATime.Reason reason =
                OneAtATime.ofLocksAndPermits(again.observed(), run.album().size(), Diagnosis.LOCK_HELD_WHILE_WAITING);
        String at = reason.waiting().map(frame -> " at " + frame.place()).orElse("");
        String how = switch (reason.diagnosis()) {
            case SEQUENTIAL -> "one thread does everything";
            case RUN_NOT_START -> "run() starts no thread";
            case LOCK_HELD_WHILE_WAITING -> "the other threads wait for a lock or a permit meanwhile";
            default -> "you wait for it" + at;
        };
        return Optional.of(CheckFailure.measured(
                        reason.diagnosis(),
                        "Never was more than one thing under way, a request or a picture being shrunk: " + how
                                + ". That took "
                                + Times.ofNanos(run.run().timeline().makespan()) + ".")
                .at(reason.waiting().map(Place::of)));
    }

    private Optional<CheckFailure> wrongKind() {
        Set<ThreadIdentity> shrinking = run.shrinking();
        if (shrinking.stream().anyMatch(ThreadIdentity::isVirtual)) {
            return fault(
                    Diagnosis.VIRTUAL_THREADS_FOR_COMPUTING,
                    "Pictures were shrunk on virtual threads; computing wants platform threads, one for each worker.");
        }
        if (shrinking.stream().anyMatch(thread -> thread.kind() == ThreadIdentity.Kind.COMMON_POOL)) {
            return fault(
                    Diagnosis.COMMON_POOL_FOR_COMPUTING,
                    "Pictures were shrunk in the common pool, not by workers of your own.");
        }
        return Optional.empty();
    }

    private Optional<CheckFailure> mixed() {
        Set<ThreadIdentity> both = new HashSet<>(run.shrinking());
        both.retainAll(run.fetching());
        if (both.isEmpty()) {
            return Optional.empty();
        }
        String who = both.size() == 1 ? "1 thread has" : both.size() + " threads have";
        String done = who + " both fetched and shrunk pictures";
        if (both.size() < run.shrinking().size()) {
            return fault(
                    Diagnosis.COMPUTES_WHERE_IT_WAITS,
                    done + ", beside others that have only shrunk: "
                            + Endings.name(both.iterator().next()) + " is one of them.");
        }
        return run.fetching().size() <= run.workers()
                ? fault(
                        Diagnosis.BLOCKS_THE_WORKERS,
                        done + ": your workers wait for the requests themselves, so never more than "
                                + run.waiting().maxInFlight() + " of " + run.connections()
                                + " connections were in use.")
                : fault(Diagnosis.ONE_POOL_FOR_BOTH, done + ". Waiting and computing want threads of their own.");
    }

    private Optional<CheckFailure> tooMany() {
        int threads = run.shrinking().size();
        if (run.shrinking().stream().anyMatch(ThreadIdentity::isCaller)) {
            return fault(Diagnosis.WRONG_THREAD_COUNT, "The thread that called you has shrunk pictures itself.");
        }
        return threads <= run.workers()
                ? Optional.empty()
                : fault(
                        Diagnosis.WRONG_THREAD_COUNT,
                        "There are to be " + run.workers() + (run.workers() == 1 ? " worker" : " workers") + ", and "
                                + threads + " threads have shrunk pictures.");
    }

    /** Where a thread waits for a lock while others compute. */
    private Optional<Place> lockedAt() {
        return run.lookingAround(settings).run().firstWait().stream()
                .filter(Stall::waitsForLock)
                .flatMap(stall -> stall.learnerFrame().stream())
                .filter(frame -> frame.line() > 0)
                .map(Place::of)
                .findFirst();
    }

    private static Optional<CheckFailure> fault(Diagnosis diagnosis, String message) {
        return Optional.of(CheckFailure.measured(diagnosis, message));
    }
}
