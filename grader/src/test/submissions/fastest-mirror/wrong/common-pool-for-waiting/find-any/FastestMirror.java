// Mistake: a parallel stream and findAny.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

public final class FastestMirror implements FastestMirrorContract {

    @Override
    public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(mirrors);
        Objects.requireNonNull(api);
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("no mirrors");
        }
        return mirrors.parallelStream()
                .flatMap(mirror -> {
                    try {
                        return Optional.of(api.get(mirror)).stream();
                    } catch (Exception e) {
                        return Optional.<String>empty().stream();
                    }
                })
                .findAny()
                .orElseThrow(() -> new IOException("no mirror has answered"));
    }
}
