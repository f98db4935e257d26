package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.Todo;

/**
 * Exercise 1: fetch every path at the same time and return the answers in order.
 *
 * <p>What is asked is in {@link FetchAllContract}; the page is {@code docs/exercises/fetch-all.md}. Grade it with
 * {@code mvn test -Dkata=fetch-all}.
 */
public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        throw new Todo();
    }
}
