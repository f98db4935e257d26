package twostoves.checks.choosing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import twostoves.kit.Image;

/**
 * Pictures to fetch and to shrink. What is in them is made up afresh for every check.
 *
 * @param photos the pictures, in the order of their paths
 * @param loss the request that fails, if one does
 * @param spoilt how many calls come before the one that cannot shrink its picture, if one cannot
 */
record Album(List<Photo> photos, Optional<Loss> loss, OptionalInt spoilt) {

    /**
     * One picture.
     *
     * @param path where it is
     * @param latency how long it takes to fetch
     * @param cost how long it takes to shrink
     * @param text what the service answers
     * @param thumbnail what comes of it
     */
    record Photo(String path, Duration latency, Duration cost, String text, Image thumbnail) {}

    /**
     * A request that fails.
     *
     * @param request how many are begun before it
     * @param after how long it takes to fail
     */
    record Loss(int request, Duration after) {}

    /** Creates an album; copies the list. */
    Album {
        photos = List.copyOf(photos);
    }

    /** Makes up pictures that take these times, in milliseconds. */
    static Album of(int count, RandomGenerator random, IntFunction<Long> latency, IntFunction<Long> cost) {
        List<Photo> photos = IntStream.range(0, count)
                .mapToObj(i -> {
                    int colour = random.nextInt();
                    return new Photo(
                            "/photos/" + (i + 1),
                            Duration.ofMillis(latency.apply(i)),
                            Duration.ofMillis(cost.apply(i)),
                            "picture " + (i + 1) + " #" + Integer.toHexString(colour),
                            Image.of(1, 1, new int[] {colour}));
                })
                .toList();
        return new Album(photos, Optional.empty(), OptionalInt.empty());
    }

    /** Pictures that all take the same times, in milliseconds. */
    static Album even(int count, RandomGenerator random, long latency, long cost) {
        return of(count, random, i -> latency, i -> cost);
    }

    /**
     * These pictures, one of which cannot be fetched: that of a request, the first being 0, whichever picture it asks for.
     * Submissions may ask in any order, so that a picture of a certain path may be the last of all.
     */
    Album losing(int request, Duration after) {
        return new Album(photos, Optional.of(new Loss(request, after)), OptionalInt.empty());
    }

    /** These pictures, one of which cannot be shrunk: that of a call, the first being 0. */
    Album spoiling(int call) {
        return new Album(photos, Optional.empty(), OptionalInt.of(call));
    }

    /** These pictures, and the first of them again at the end. */
    Album withTheFirstAgain() {
        List<Photo> more = new ArrayList<>(photos);
        more.add(photos.getFirst());
        return new Album(more, loss, spoilt);
    }

    int size() {
        return photos.size();
    }

    List<String> paths() {
        return photos.stream().map(Photo::path).toList();
    }

    List<Image> thumbnails() {
        return photos.stream().map(Photo::thumbnail).toList();
    }
}
