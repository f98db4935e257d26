package twostoves.checks.choosing;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import twostoves.checks.choosing.Album.Photo;

/**
 * The pipeline with all the memory in the world: no connection idle while there is a path to ask for, no worker idle while there
 * is a picture to shrink.
 *
 * @param photos what is fetched, in this order, and shrunk, in the order of arrival
 * @param connections how many requests are in flight
 * @param workers how many compute
 */
record IdealPipeline(List<Photo> photos, int connections, int workers) {

    private record Arrival(long time, Photo photo) {}

    /** Virtual nanoseconds. */
    long makespan() {
        PriorityQueue<Long> free = freeFromTheStart(workers);
        return arrivals()
                .mapToLong(arrival -> {
                    long end = Math.max(free.remove(), arrival.time)
                            + arrival.photo.cost().toNanos();
                    free.add(end);
                    return end;
                })
                .max()
                .orElse(0);
    }

    private Stream<Arrival> arrivals() {
        PriorityQueue<Long> free = freeFromTheStart(connections);
        List<Arrival> arrivals = photos.stream()
                .map(photo -> {
                    long end = free.remove() + photo.latency().toNanos();
                    free.add(end);
                    return new Arrival(end, photo);
                })
                .toList();
        return arrivals.stream().sorted(Comparator.comparingLong(Arrival::time));
    }

    private static PriorityQueue<Long> freeFromTheStart(int count) {
        return new PriorityQueue<>(Collections.nCopies(count, 0L));
    }
}
