package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.Todo;

/**
 * Exercise 5: fetch every path, or fail at once when one of them fails.
 *
 * <p>What is asked is in {@link FetchOrFailContract}; the page is {@code docs/exercises/fetch-or-fail.md}. Grade it with
 * {@code mvn test -Dkata=fetch-or-fail}.
 */
public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        throw new Todo();
    }
}
