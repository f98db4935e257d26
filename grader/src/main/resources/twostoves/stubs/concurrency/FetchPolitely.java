package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.Todo;

/**
 * Exercise 4: fetch every path with a limited number of requests in flight.
 *
 * <p>What is asked is in {@link FetchPolitelyContract}; the page is {@code docs/exercises/fetch-politely.md}. Grade it with
 * {@code mvn test -Dkata=fetch-politely}.
 */
public final class FetchPolitely implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit)
            throws IOException, InterruptedException {
        throw new Todo();
    }
}
