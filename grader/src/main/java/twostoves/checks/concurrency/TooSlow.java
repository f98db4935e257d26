package twostoves.checks.concurrency;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import twostoves.checks.OneAtATime;
import twostoves.evidence.Frame;
import twostoves.evidence.Span;
import twostoves.evidence.Stall;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Place;
import twostoves.grading.Subject;
import twostoves.simulation.Settings;

/** Names the reason why requests took longer together than the longest of them. */
public final class TooSlow {

    /** What is waited for, in the words of the messages. */
    public enum Things {
        /** Requests to a service. */
        REQUESTS("request", "requests", "in flight", "has returned"),
        /** Files on a disk. */
        FILES("file", "files", "being read", "has been read"),
        /** Steps of a dinner. */
        STEPS("step", "steps", "under way", "is done");

        private final String one;
        private final String many;
        private final String underWay;
        private final String isOver;

        Things(String one, String many, String underWay, String isOver) {
            this.one = one;
            this.many = many;
            this.underWay = underWay;
            this.isOver = isOver;
        }

        private String capitalised() {
            return one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1);
        }
    }

    private TooSlow() {}

    /**
     * Runs the requests once more, looking around, and explains what is seen.
     *
     * @param expected the promised makespan, in virtual nanoseconds
     */
    static CheckFailure explain(Fetching<?> fetching, Requests requests, long expected) {
        Subject.Observed<?> observed = fetching.observe(Settings.STANDARD.lookingAround(), requests);
        return explain(observed, Things.REQUESTS, requests.paths().size(), expected);
    }

    /**
     * Explains what was seen.
     *
     * @param observed a run that looked around
     * @param things what was waited for
     * @param count how many of them there were
     * @param expected the promised makespan, in virtual nanoseconds
     * @return the failure, to be thrown
     */
    public static CheckFailure explain(Subject.Observed<?> observed, Things things, int count, long expected) {
        Timeline timeline = observed.run().timeline();
        int atOnce = timeline.maxInFlight();
        if (atOnce <= 1) {
            return explainOneAtATime(observed, things, count, expected);
        }
        if (atOnce < count) {
            return explainFew(timeline, things, count, expected);
        }
        Optional<Stall> paused = observed.run().firstWait().stream()
                .filter(stall -> stall.thread().isCaller() && stall.isTimed())
                .findFirst();
        return CheckFailure.measured(
                        paused.isPresent() ? Diagnosis.SLEEP_AS_SYNCHRONISATION : Diagnosis.UNNAMED_FAILURE,
                        "All " + count + " " + things.many + " were " + things.underWay
                                + " together, and yet your method took " + compare(timeline, expected)
                                + (paused.isPresent() ? ": it pauses for a time that you chose." : "."))
                .at(paused.flatMap(Stall::learnerFrame).map(Place::of));
    }

    /**
     * Explains a run in which requests took too long.
     *
     * @param observed a run that looked around
     * @param count how many requests there were
     * @param expected the promised makespan, in virtual nanoseconds
     */
    static CheckFailure explain(Subject.Observed<?> observed, int count, long expected) {
        return explain(observed, Things.REQUESTS, count, expected);
    }

    /** Explains why never more than one request was in flight. */
    static CheckFailure explainOneAtATime(Subject.Observed<?> observed, int count, long expected) {
        return explainOneAtATime(observed, Things.REQUESTS, count, expected);
    }

    private static CheckFailure explainOneAtATime(
            Subject.Observed<?> observed, Things things, int count, long expected) {
        Timeline timeline = observed.run().timeline();
        if (isInCommonPool(timeline)) {
            return explainFew(timeline, things, count, expected);
        }
        OneAtATime.Reason reason = OneAtATime.ofLocksAndPermits(observed, count, Diagnosis.LOCK_HELD_WHILE_WAITING);
        String second = count > 1
                ? things.capitalised() + " 2 starts only after " + things.one + " 1 " + things.isOver
                : "One " + things.one + " at a time";
        String how = switch (reason.diagnosis()) {
            case SEQUENTIAL -> "all of them on one thread";
            case RUN_NOT_START -> "on the thread that called you, because run() starts no thread";
            case LOCK_HELD_WHILE_WAITING -> "the other threads wait for a lock meanwhile";
            case POOL_TOO_SMALL -> "your pool has one thread";
            default ->
                reason.waiting()
                        .map(frame -> "you wait for it at " + frame.place())
                        .orElse("you wait for it");
        };
        Optional<Frame> line = reason.waiting();
        return CheckFailure.measured(
                        reason.diagnosis(), second + ": " + how + ". That took " + compare(timeline, expected) + ".")
                .at(line.map(Place::of));
    }

    /**
     * Explains a run in which several requests, but not all of them, were in flight together.
     *
     * @param expected the promised makespan, in virtual nanoseconds
     */
    static CheckFailure explainFew(Timeline timeline, int count, long expected) {
        return explainFew(timeline, Things.REQUESTS, count, expected);
    }

    private static CheckFailure explainFew(Timeline timeline, Things things, int count, long expected) {
        List<ThreadIdentity> threads =
                timeline.spans().stream().map(Span::thread).distinct().toList();
        Diagnosis diagnosis = isInCommonPool(timeline)
                ? Diagnosis.COMMON_POOL_FOR_WAITING
                : threads.size() >= count
                        ? Diagnosis.TOO_FEW_IN_FLIGHT
                        : threads.stream().allMatch(ThreadIdentity::isVirtual)
                                ? Diagnosis.POOLED_VIRTUAL_THREADS
                                : Diagnosis.POOL_TOO_SMALL;
        String why = threads.size() < count ? ", on " + threads.size() + " threads" : "";
        return CheckFailure.measured(
                diagnosis,
                "Of " + count + " " + things.many + " only " + timeline.maxInFlight() + " were ever " + things.underWay
                        + " together" + why + "."
                        + (timeline.makespan() == expected ? "" : " That took " + compare(timeline, expected) + "."));
    }

    private static boolean isInCommonPool(Timeline timeline) {
        return timeline.byThread().keySet().stream()
                .anyMatch(thread -> thread.kind() == ThreadIdentity.Kind.COMMON_POOL);
    }

    private static String compare(Timeline timeline, long expected) {
        return Times.ofNanos(timeline.makespan()) + " instead of " + Times.ofNanos(expected);
    }
}
