// Idea: none yet, the stub as it is handed out.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import twostoves.contract.FetchPolitelyContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.Todo;

public final class FetchPolitely implements FetchPolitelyContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api, int limit) throws IOException, InterruptedException {
        throw new Todo();
    }
}
