// Mistake: one request after the other, while there is time
package twostoves.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

    @Override
    public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline)
            throws InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("the deadline must be positive");
        }
        long end = System.nanoTime() + deadline.toNanos();
        var answers = new LinkedHashMap<String, String>();
        for (String path : paths) {
            if (System.nanoTime() - end >= 0) {
                break;
            }
            try {
                answers.put(path, api.get(path));
            } catch (IOException failed) {
                // no entry
            }
        }
        return answers;
    }
}
