package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.Todo;

/**
 * Exercise 3: fetch ten thousand paths at the same time, on a machine with one processor.
 *
 * <p>What is asked is in {@link FetchThousandsContract}; the page is {@code docs/exercises/fetch-thousands.md}. Grade it with
 * {@code mvn test -Dkata=fetch-thousands}.
 */
public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        throw new Todo();
    }
}
