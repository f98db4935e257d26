package twostoves.contract;

import java.time.Duration;

/**
 * Exercise 9, {@code background-jobs}: something that runs every so often, until it is closed.
 *
 * <p>A cache is refreshed, a file is rotated, a heartbeat is sent. Such a job takes next to no time and must never be
 * forgotten: not when it fails once, and not when the program wants to end.
 */
public interface BackgroundJobsContract {

    /**
     * Runs a job again and again in the background, until the schedule that is returned is closed.
     *
     * <ul>
     *   <li>This method returns at once. The job never runs on the thread that called it.
     *   <li>The first run begins one {@code period} after the call, the second one two periods after it, and so on: as long
     *       as each run is shorter than the period, its length makes no difference to when the next one begins.
     *   <li>The job never runs twice at the same time. After a run that was longer than the period, the next one begins when
     *       it has ended or up to one period later; how missed runs are made up for is up to you.
     *   <li>A run that throws a {@code RuntimeException} has no effect on the runs to come. What becomes of the exception is
     *       up to you.
     *   <li>{@link AutoCloseable#close() close()} ends the schedule. If a run is under way, it waits until that has ended,
     *       whether you interrupt the run or not; otherwise it returns at once. No run begins after the call of
     *       {@code close()}, even if the job has swallowed an interrupt. Once it has returned, the job does not run
     *       any more, and nothing of the schedule is left: no thread, no pool, no timer. Closing it again does nothing.
     *   <li>If the thread that closes is interrupted while it waits for a run, {@code close()} may throw
     *       {@code InterruptedException} at once, or wait on and return with the thread's interrupt flag set. No further run
     *       begins in either case, and when the run has ended, nothing of the schedule is left.
     * </ul>
     *
     * <p>A schedule belongs to its call: another one, made by the same object, runs beside it and may be closed by itself.
     *
     * @param period from the beginning of one run to the beginning of the next; positive, a whole number of milliseconds, and no longer
     *     than a hundred years
     * @param job what is to be run; not run by this method itself
     * @return the schedule, to be closed by any thread but the one that runs the job
     * @throws NullPointerException if {@code period} or {@code job} is null
     * @throws IllegalArgumentException if {@code period} is zero or negative
     */
    AutoCloseable every(Duration period, Runnable job);
}
