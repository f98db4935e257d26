package twostoves.checks.choosing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import twostoves.kit.Image;

/**
 * Pictures to fetch and to shrink. What is in them is made up afresh for every check.
 *
 * @param photos the pictures, in the order of their paths
 */
record Album(List<Photo> photos) {

    /**
     * One picture.
     *
     * @param path where it is
     * @param latency how long it takes to fetch
     * @param cost how long it takes to shrink
     * @param text what the service answers
     * @param thumbnail what comes of it
     * @param lost why it cannot be fetched; empty if it can
     * @param spoilt why it cannot be shrunk; empty if it can
     */
    record Photo(
            String path,
            Duration latency,
            Duration cost,
            String text,
            Image thumbnail,
            Optional<IOException> lost,
            Optional<RuntimeException> spoilt) {}

    /** Creates an album; copies the list. */
    Album {
        photos = List.copyOf(photos);
    }

    /** Makes up pictures that take these times, in milliseconds. */
    static Album of(int count, RandomGenerator random, IntFunction<Long> latency, IntFunction<Long> cost) {
        return new Album(IntStream.range(0, count)
                .mapToObj(i -> {
                    int colour = random.nextInt();
                    return new Photo(
                            "/photos/" + (i + 1),
                            Duration.ofMillis(latency.apply(i)),
                            Duration.ofMillis(cost.apply(i)),
                            "picture " + (i + 1) + " #" + Integer.toHexString(colour),
                            Image.of(1, 1, new int[] {colour}),
                            Optional.empty(),
                            Optional.empty());
                })
                .toList());
    }

    /** Pictures that all take the same times, in milliseconds. */
    static Album even(int count, RandomGenerator random, long latency, long cost) {
        return of(count, random, i -> latency, i -> cost);
    }

    /** These pictures, one of which cannot be fetched. */
    Album losing(int index, Duration after) {
        Photo photo = photos.get(index);
        return with(
                index,
                new Photo(
                        photo.path,
                        after,
                        photo.cost,
                        photo.text,
                        photo.thumbnail,
                        Optional.of(new IOException("there is no picture at " + photo.path)),
                        Optional.empty()));
    }

    /** These pictures, one of which cannot be shrunk. */
    Album spoiling(int index) {
        Photo photo = photos.get(index);
        return with(
                index,
                new Photo(
                        photo.path,
                        photo.latency,
                        photo.cost,
                        photo.text,
                        photo.thumbnail,
                        Optional.empty(),
                        Optional.of(new IllegalStateException(photo.path + " is no picture"))));
    }

    /** These pictures, and the first of them again at the end. */
    Album withTheFirstAgain() {
        List<Photo> more = new ArrayList<>(photos);
        more.add(photos.getFirst());
        return new Album(more);
    }

    private Album with(int index, Photo photo) {
        List<Photo> changed = new ArrayList<>(photos);
        changed.set(index, photo);
        return new Album(changed);
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
