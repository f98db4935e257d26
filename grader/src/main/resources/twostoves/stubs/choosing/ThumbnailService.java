package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import twostoves.contract.ThumbnailServiceContract;
import twostoves.kit.Image;
import twostoves.kit.RemoteApi;
import twostoves.kit.Todo;

/**
 * Exercise 28: fetch pictures and shrink them, both at once, and each on threads of its own.
 *
 * <p>What is asked is in {@link ThumbnailServiceContract}; the page is {@code docs/exercises/thumbnail-service.md}. Grade it
 * with {@code mvn test -Dkata=thumbnail-service}.
 */
public final class ThumbnailService implements ThumbnailServiceContract {

    @Override
    public List<Image> thumbnails(
            List<String> paths, RemoteApi api, Function<String, Image> shrink, int connections, int workers)
            throws IOException, InterruptedException {
        throw new Todo();
    }
}
