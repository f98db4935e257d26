package twostoves.contract;

import java.io.IOException;
import twostoves.kit.RemoteApi;

/** No exercise: what a worker grades by itself while it waits for a submission. */
public interface WarmUpContract {

    /**
     * Fetches one path.
     *
     * @param api where from
     * @return the answer
     * @throws IOException if the service fails
     * @throws InterruptedException if the calling thread is interrupted
     */
    String call(RemoteApi api) throws IOException, InterruptedException;
}
