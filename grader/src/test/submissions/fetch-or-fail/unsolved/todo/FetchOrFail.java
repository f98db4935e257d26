// Idea: none yet, the stub as it is handed out.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.Todo;

public final class FetchOrFail implements FetchOrFailContract {

    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        throw new Todo();
    }
}
