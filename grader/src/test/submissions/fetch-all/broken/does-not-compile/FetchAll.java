// Mistake: the lambda lets a checked exception out where none may pass, so this does not compile.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import twostoves.contract.FetchAllContract;
import twostoves.kit.RemoteApi;

public final class FetchAll implements FetchAllContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        return paths.stream().map(path -> api.get(path)).toList();
    }
}
