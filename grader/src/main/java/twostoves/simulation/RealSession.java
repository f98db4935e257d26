package twostoves.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import twostoves.evidence.Stall;

/**
 * Several calls of real code in real time, between which the check plays the part of the outside world: a client at the
 * other end of a socket, say.
 *
 * <p>A check can wait for what is to come of its doings. That it will <em>never</em> come is told by quiescence: nothing
 * has come, all threads of the submission sleep, and nobody else is there to wake them. What is on its way inside the
 * kernel shows in no thread, and so it takes several looks, over a while that is only ever spent where something fails.
 * Where the kernel cannot be asked, patience is all there is.
 *
 * <p>To be used by one thread, which is the outside world: it does all its input and output itself.
 */
public final class RealSession implements AutoCloseable {

    /** What came of waiting for something. */
    public enum Outcome {
        /** It has happened. */
        HAPPENED,
        /** All threads of the submission sleep, and it has not happened. */
        NEVER,
        /** It has not happened, and all threads that are awake burn processor time. */
        SPINNING,
        /** It has not happened while there was patience. */
        OUT_OF_TIME
    }

    /** What happens soon needs no question to the kernel. */
    private static final Duration BEFORE_ASKING = Duration.ofMillis(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int LOOKS = 5;
    private static final Duration QUIET_FOR = Duration.ofMillis(200);

    /** The same if some thread wakes up by itself after a time, and might look round then. */
    private static final Duration QUIET_FOR_WITH_TIMERS = Duration.ofSeconds(6);

    private static final Duration SPINNING = Duration.ofMillis(400);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofMillis(100);
    private static final long SHORTEST_NAP = 50_000;
    private static final long LONGEST_NAP = 1_000_000;

    private final SubmissionThreads threads = SubmissionThreads.usingSockets();
    private final Optional<KernelWitness> witness =
            KernelWitness.isAvailable() ? Optional.of(new KernelWitness(threads)) : Optional.empty();
    private final Duration patience;
    private List<String> spinning = List.of();

    /**
     * Begins a session: threads that are started from now on are the submission's.
     *
     * @param patience how long to wait for anything; generous, for nothing but a hopeless run may ever meet it
     * @throws UnquietProcessException if threads that have nothing to do with the submission keep the process busy
     */
    public RealSession(Duration patience) {
        this.patience = patience;
        List<String> busy = spinningWhileIdle();
        if (!busy.isEmpty()) {
            close();
            throw new UnquietProcessException(busy);
        }
    }

    /**
     * Calls the submission on a thread of its own, and waits for the call to end.
     *
     * @param findLeftovers whether also to wait for all threads of the submission to end, and to tell of those that do not
     * @param call the call; its failure is part of what is seen, and is not thrown
     * @param <T> what the call returns
     * @return what was seen; {@link Run.End#DEADLOCKED} if it waits for what will never come; its timeline is empty
     */
    public <T> Run<T> call(boolean findLeftovers, Callable<T> call) {
        RealCall<T> made = new RealCall<>(call);
        Thread caller = Thread.ofPlatform().daemon().unstarted(made);
        caller.setName("caller " + caller.threadId()); // one that hangs must not be taken for the next
        caller.start();
        Run.End end = switch (await(() -> !caller.isAlive())) {
            case HAPPENED -> Run.End.RETURNED;
            case NEVER -> Run.End.DEADLOCKED;
            case SPINNING -> Run.End.SPINNING;
            case OUT_OF_TIME -> Run.End.OUT_OF_TIME;
        };
        if (end != Run.End.RETURNED) {
            return made.stuck(end, spinning, ThreadDump.of(threads, caller.threadId()));
        }
        boolean noneLeft = !findLeftovers || await(this::allEnded) == Outcome.HAPPENED;
        List<Stall> left = noneLeft ? List.of() : stalls();
        return made.ended(left, threads.alive().isEmpty());
    }

    private boolean allEnded() {
        return threads.alive().isEmpty() && stalls().isEmpty();
    }

    /**
     * Tells where the submission's threads are.
     *
     * @return all that are alive, and where each of them is
     */
    public List<Stall> stalls() {
        return ThreadDump.of(threads);
    }

    /**
     * Waits for something that the submission is to bring about.
     *
     * @param happened tells whether it has happened; asked again and again, and must not block
     * @return what came of it
     */
    public Outcome await(BooleanSupplier happened) {
        long begun = System.nanoTime();
        long nextLook = begun + BEFORE_ASKING.toNanos();
        long quietSince = 0;
        int quietLooks = 0;
        long nap = SHORTEST_NAP;
        witness.ifPresent(KernelWitness::beginInstant);
        while (!happened.getAsBoolean()) {
            long now = System.nanoTime();
            if (now - begun > patience.toNanos()) {
                return Outcome.OUT_OF_TIME;
            }
            if (witness.isPresent() && now > nextLook) {
                nextLook = now + BETWEEN_LOOKS.toNanos();
                if (witness.get().allAsleep()) {
                    quietSince = quietLooks++ == 0 ? now : quietSince;
                    if (quietLooks >= LOOKS && isQuietFor(now - quietSince)) {
                        return happened.getAsBoolean() ? Outcome.HAPPENED : Outcome.NEVER;
                    }
                } else {
                    quietLooks = 0;
                    spinning = witness.get().spinning(SPINNING);
                    if (!spinning.isEmpty()) {
                        return Outcome.SPINNING;
                    }
                }
            }
            LockSupport.parkNanos(nap);
            nap = Math.min(LONGEST_NAP, nap * 5 / 4);
        }
        return Outcome.HAPPENED;
    }

    /**
     * Waits until the submission waits, and has nothing to do until the outside world does something.
     *
     * @return the names of the threads that burn processor time instead of waiting; empty if there are none, or if that
     *     cannot be told
     */
    public List<String> spinningWhileIdle() {
        if (witness.isEmpty()) {
            return List.of();
        }
        long begun = System.nanoTime();
        long nextLook = begun;
        witness.get().beginInstant();
        while (!witness.get().allAsleep()) {
            long now = System.nanoTime();
            if (now - begun > patience.toNanos()) {
                return List.of();
            }
            if (now > nextLook) {
                nextLook = now + BETWEEN_LOOKS.toNanos();
                spinning = witness.get().spinning(SPINNING);
                if (!spinning.isEmpty()) {
                    return spinning;
                }
            }
            LockSupport.parkNanos(SHORTEST_NAP);
        }
        return List.of();
    }

    private boolean isQuietFor(long nanos) {
        return nanos > QUIET_FOR.toNanos() && (nanos > QUIET_FOR_WITH_TIMERS.toNanos() || !someWakeByThemselves());
    }

    /** Tells whether a thread waits with a limit: in Java, or in the kernel, of which only the JDK's methods tell. */
    private boolean someWakeByThemselves() {
        return stalls().stream()
                .anyMatch(
                        stall -> stall.state().equals("TIMED_WAITING") && !stall.isIdlePoolWorker() && !isInClose(stall)
                                || stall.isIn("sun.nio.ch.NioSocketImpl", "timedAccept")
                                || stall.isIn("sun.nio.ch.NioSocketImpl", "timedRead")
                                || stall.isIn("sun.nio.ch.SelectorImpl", "select"));
    }

    /** Closing an executor waits for its tasks, however long: it only looks like a wait with a limit. */
    private static boolean isInClose(Stall stall) {
        return stall.frames().stream()
                .anyMatch(frame -> frame.className().startsWith("java.util.concurrent.")
                        && frame.method().equals("close"));
    }

    /** Gives the threads of the submission a moment to end, so that they cannot be met in the next session. */
    @Override
    public void close() {
        long begun = System.nanoTime();
        while (!threads.alive().isEmpty() && System.nanoTime() - begun < PATIENCE_AT_THE_END.toNanos()) {
            LockSupport.parkNanos(SHORTEST_NAP);
        }
        witness.ifPresent(KernelWitness::close);
    }
}
