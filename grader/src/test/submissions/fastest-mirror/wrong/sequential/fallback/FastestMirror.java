// Mistake: the next mirror is asked only when the one before has failed.
package twostoves.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
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
        IOException all = new IOException("no mirror has answered");
        for (String mirror : mirrors) {
            try {
                return api.get(mirror);
            } catch (IOException e) {
                all.addSuppressed(e);
            }
        }
        throw all;
    }
}
