package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.Todo;

/**
 * Exercise 7: ask all mirrors at once, take the first good answer, and interrupt the others.
 *
 * <p>What is asked is in {@link FastestMirrorContract}; the page is {@code docs/exercises/fastest-mirror.md}. Grade it with
 * {@code mvn test -Dkata=fastest-mirror}.
 */
public final class FastestMirror implements FastestMirrorContract {

    @Override
    public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
        throw new Todo();
    }
}
