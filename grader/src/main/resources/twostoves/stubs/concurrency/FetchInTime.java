package twostoves.concurrency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.Todo;

/**
 * Exercise 6: fetch what can be had before a deadline, and call off the rest.
 *
 * <p>What is asked is in {@link FetchInTimeContract}; the page is {@code docs/exercises/fetch-in-time.md}. Grade it with
 * {@code mvn test -Dkata=fetch-in-time}.
 */
public final class FetchInTime implements FetchInTimeContract {

    @Override
    public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline)
            throws InterruptedException {
        throw new Todo();
    }
}
