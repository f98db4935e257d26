package twostoves.checks.choosing;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import twostoves.checks.choosing.Album.Photo;
import twostoves.kit.Image;
import twostoves.kit.RemoteApi;
import twostoves.simulation.SimulatedApi;
import twostoves.simulation.Simulation;

/**
 * The service and the function that a run is given, and what became of the pictures in it.
 *
 * <p>A picture counts as there from before {@code get} returns it until after {@code shrink} has computed. Whoever holds it in
 * between holds it for longer than that, so the count is never more than what a submission holds.
 */
final class PictureLog {

    /** The spans of shrinking have this before the path. */
    static final String SHRINKING = "shrink ";

    /** A failure, and when it was. */
    record Failure(long time, Throwable thrown) {}

    private final Album album;
    private final Map<String, Integer> byText = new HashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger there = new AtomicInteger();
    private final AtomicInteger mostThere = new AtomicInteger();
    private final Queue<String> shrunk = new ConcurrentLinkedQueue<>();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();

    PictureLog(Album album) {
        this.album = album;
        for (int i = 0; i < album.size(); i++) {
            byText.putIfAbsent(album.photos().get(i).text(), i);
        }
    }

    /** The service in a given world. */
    RemoteApi api(Simulation world) {
        RemoteApi answering = api(world, photo -> SimulatedApi.Reply.of(photo.latency(), photo.text()));
        RemoteApi failing = api(
                world,
                photo -> SimulatedApi.Reply.failing(
                        album.loss().map(Album.Loss::after).orElse(photo.latency()),
                        new IOException("there is no picture at " + photo.path())));
        int lost = album.loss().map(Album.Loss::request).orElse(-1);
        return path -> {
            try {
                RemoteApi api = requests.getAndIncrement() == lost ? failing : answering;
                String text = api.get(path);
                mostThere.accumulateAndGet(there.incrementAndGet(), Math::max);
                return text;
            } catch (IOException failure) {
                failures.add(new Failure(world.now(), failure));
                throw failure;
            }
        };
    }

    private RemoteApi api(Simulation world, Function<Photo, SimulatedApi.Reply> reply) {
        Map<String, SimulatedApi.Reply> replies = new LinkedHashMap<>();
        album.photos().forEach(photo -> replies.put(photo.path(), reply.apply(photo)));
        return new SimulatedApi(world, replies);
    }

    /** The function in a given world. */
    Function<String, Image> shrink(Simulation world) {
        return text -> {
            Integer index = byText.get(text);
            if (index == null) {
                throw new IllegalArgumentException("this is no picture of the service: " + text);
            }
            Photo photo = album.photos().get(index);
            boolean spoilt = calls.getAndIncrement() == album.spoilt().orElse(-1);
            shrunk.add(photo.path());
            world.compute(SHRINKING + photo.path(), index, photo.cost());
            there.decrementAndGet();
            if (spoilt) {
                IllegalStateException failure = new IllegalStateException(photo.path() + " is no picture");
                failures.add(new Failure(world.now(), failure));
                throw failure;
            }
            return photo.thumbnail();
        };
    }

    /** The most pictures that were there at the same time. */
    int mostThere() {
        return mostThere.get();
    }

    /** The paths of the pictures that were given to {@code shrink}, as often as they were. */
    List<String> shrunk() {
        return List.copyOf(shrunk);
    }

    /** The failure that came first. */
    Optional<Failure> firstFailure() {
        return Optional.ofNullable(failures.peek());
    }

    /** All failures of the instant of the first. */
    List<Throwable> firstFailures() {
        return failures.stream()
                .filter(failure ->
                        failure.time() == firstFailure().orElseThrow().time())
                .map(Failure::thrown)
                .toList();
    }
}
