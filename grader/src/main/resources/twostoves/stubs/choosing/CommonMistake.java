package twostoves.choosing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 26: mend this. It works, and nobody has complained, because the machine it was written on has 64 processors.
 *
 * <p>What is asked is in {@link CommonMistakeContract}; the page is {@code docs/exercises/common-mistake.md}. Grade it with
 * {@code mvn test -Dkata=common-mistake}.
 */
public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        // parallel, so that all requests are sent at once
        return paths.parallelStream().map(path -> fetch(path, api)).toList();
    }

    private static String fetch(String path, RemoteApi api) {
        try {
            return api.get(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
