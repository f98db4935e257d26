// Idea: none yet, the stub as it is handed out.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import twostoves.contract.FetchThousandsContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.Todo;

public final class FetchThousands implements FetchThousandsContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        throw new Todo();
    }
}
