package twostoves.checks;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import twostoves.kit.RemoteApi;
import twostoves.races.Call;

/**
 * Six requests that are answered at once, watched for data races.
 *
 * @param <T> the contract of the exercise
 */
public abstract class WatchedRequests<T> extends Call<T> {

    private static final List<String> PATHS = List.of("/soup", "/bread", "/salad", "/cake", "/tea", "/fish");

    /** Made anew for every run. */
    protected WatchedRequests() {}

    /**
     * Calls the learner's method.
     *
     * @param learners the learner's object
     * @param paths six paths
     * @param api answers, and orders nobody
     * @throws IOException if the method throws it
     * @throws InterruptedException if the method throws it
     */
    protected abstract void fetch(T learners, List<String> paths, RemoteApi api)
            throws IOException, InterruptedException;

    @Override
    protected final void call(T learners, RandomGenerator random) throws IOException, InterruptedException {
        fetch(learners, PATHS, path -> "the answer to " + path);
    }
}
