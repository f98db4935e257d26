// Idea: mapConcurrent with room for every path, and a tunnel for the checked exceptions.
package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Gatherers;
import twostoves.contract.CommonMistakeContract;
import twostoves.kit.RemoteApi;

public final class CommonMistake implements CommonMistakeContract {

    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(api);

        try {
            return paths.stream()
                    .gather(Gatherers.mapConcurrent(Math.max(1, paths.size()), path -> fetch(path, api)))
                    .toList();
        } catch (Tunnel e) {
            throw original(e.getCause());
        }
    }

    private static String fetch(String path, RemoteApi api) {
        try {
            return api.get(path);
        } catch (Throwable e) {
            throw new Tunnel(e);
        }
    }

    private static RuntimeException original(Throwable cause) throws IOException, InterruptedException {
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }

    private static final class Tunnel extends RuntimeException {
        private static final long serialVersionUID = 1;

        Tunnel(Throwable cause) {
            super(cause);
        }
    }
}
