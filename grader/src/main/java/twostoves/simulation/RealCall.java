package twostoves.simulation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import twostoves.evidence.Stall;
import twostoves.evidence.Timeline;

/** One call of a submission in real time. What its thread leaves here is read when the thread has ended. */
final class RealCall<T> implements Runnable {

    private final Callable<T> submission;
    private final long begun = System.nanoTime();
    private T value;
    private Throwable failure;
    private boolean interruptedAtEnd;

    RealCall(Callable<T> submission) {
        this.submission = submission;
    }

    @Override
    public void run() {
        try {
            value = submission.call();
        } catch (Throwable thrown) {
            failure = thrown;
        }
        interruptedAtEnd = Thread.currentThread().isInterrupted();
    }

    /**
     * Tells what was seen of a call that has ended.
     *
     * @param alive the threads it has left
     * @param leftNothing whether it has left no platform thread
     */
    Run<T> ended(List<Stall> alive, boolean leftNothing) {
        return new Run<>(
                failure == null ? Run.End.RETURNED : Run.End.THREW,
                Optional.ofNullable(value),
                Optional.ofNullable(failure),
                new Timeline(List.of(), 0),
                0,
                interruptedAtEnd,
                false,
                List.of(),
                List.of(),
                List.of(),
                alive,
                leftNothing,
                0,
                System.nanoTime() - begun);
    }

    /**
     * Tells what was seen of a call that will not end.
     *
     * @param end why it will not
     * @param spinning the names of threads that burn processor time
     * @param stalled where everybody waits
     */
    Run<T> stuck(Run.End end, List<String> spinning, List<Stall> stalled) {
        return new Run<>(
                end,
                Optional.empty(),
                Optional.empty(),
                new Timeline(List.of(), 0),
                0,
                false,
                false,
                spinning,
                List.of(),
                stalled,
                List.of(),
                false,
                0,
                System.nanoTime() - begun);
    }
}
