package twostoves.simulation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import twostoves.evidence.Stall;

/**
 * One call of real code in real time, for what cannot be simulated: sockets, HTTP, files.
 *
 * <p>Nothing here measures: a check that uses it proves structure, by a gate that opens when so many are inside or a gauge
 * that counts them. Real time is a watchdog only.
 */
public final class RealTime {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private RealTime() {}

    /**
     * Calls a submission on a thread of its own.
     *
     * @param patience how long to wait for the call to end, and then once more for the threads it has left to end;
     *     generous, for nothing but a hopeless run may ever meet it
     * @param findLeftovers whether to wait for the threads that outlive the call, and to tell of those that do not end
     * @param submission the call to make; its failure is part of what is seen, and is not thrown
     * @param <T> what the call returns
     * @return what was seen; its timeline is empty
     * @throws InterruptedException if the calling thread is interrupted
     * @throws UnquietProcessException if threads that have nothing to do with the submission keep the process busy
     */
    public static <T> Run<T> run(Duration patience, boolean findLeftovers, Callable<T> submission)
            throws InterruptedException {
        new RealSession(patience).close(); // refuses a process that others keep busy
        SubmissionThreads threads = new SubmissionThreads();
        RealCall<T> call = new RealCall<>(submission);
        Thread caller = Thread.ofPlatform().name("caller").daemon().start(call);
        if (!caller.join(patience)) {
            return call.stuck(Run.End.OUT_OF_TIME, List.of(), ThreadDump.of(threads, caller.threadId()));
        }
        List<Stall> alive = findLeftovers ? awaitEnd(threads, caller, patience) : List.of();
        return call.ended(alive, alive.isEmpty() && threads.alive().isEmpty());
    }

    private static List<Stall> awaitEnd(SubmissionThreads threads, Thread caller, Duration patience) {
        long begun = System.nanoTime();
        List<Stall> alive = ThreadDump.of(threads, caller.threadId());
        while (!alive.isEmpty() && System.nanoTime() - begun < patience.toNanos()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            alive = ThreadDump.of(threads, caller.threadId());
        }
        return alive;
    }
}
