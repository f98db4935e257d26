package twostoves.concurrency;

import java.time.Duration;
import twostoves.contract.BackgroundJobsContract;
import twostoves.kit.Todo;

/**
 * Exercise 9: run a job every so often, until somebody closes the schedule.
 *
 * <p>What is asked is in {@link BackgroundJobsContract}; the page is {@code docs/exercises/background-jobs.md}. Grade it
 * with {@code mvn test -Dkata=background-jobs}.
 */
public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        throw new Todo();
    }
}
