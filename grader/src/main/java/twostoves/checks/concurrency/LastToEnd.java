package twostoves.checks.concurrency;

import java.io.IOException;
import java.util.Set;
import twostoves.kit.RemoteApi;
import twostoves.simulation.Simulation;

/**
 * A service whose requests, if they end otherwise than by an answer, let every other thread go as far as it can before they
 * do. That takes no virtual time. Whoever does not wait for them has left by then, and whoever has given them up meanwhile
 * will not hear how they ended.
 *
 * @param service the service behind it
 * @param simulation the world it belongs to
 * @param prompt the paths to which this does not apply
 */
record LastToEnd(RemoteApi service, Simulation simulation, Set<String> prompt) implements RemoteApi {

    @Override
    public String get(String path) throws IOException, InterruptedException {
        try {
            return service.get(path);
        } catch (IOException | InterruptedException ending) {
            if (!prompt.contains(path)) {
                simulation.letOthersCatchUp();
            }
            throw ending;
        }
    }
}
