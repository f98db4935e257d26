package twostoves.checks.choosing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import twostoves.checks.choosing.Album.Photo;
import twostoves.evidence.Plan;
import twostoves.evidence.Plan.Task;
import twostoves.evidence.Span;

/**
 * The pipeline with all the memory in the world: no connection idle while there is a path to ask for, no worker idle while there
 * is a picture to shrink.
 *
 * @param photos what is fetched, in this order, and shrunk, in the order of arrival
 * @param connections how many requests are in flight
 * @param workers how many compute
 */
record IdealPipeline(List<Photo> photos, int connections, int workers) {

    /** A photo that has been fetched. */
    private record Arrival(long time, Photo photo) {}

    /** Virtual nanoseconds. */
    long makespan() {
        return plan().makespan();
    }

    /** A lane for each connection and, below them, one for each worker. */
    Plan plan() {
        List<Plan.Piece> fetched = Plan.inFlight(
                        photos.stream()
                                .map(photo -> new Task(
                                        photo.path(),
                                        Span.Activity.WAITING,
                                        photo.latency().toNanos()))
                                .toList(),
                        connections)
                .pieces();
        List<Plan.Piece> pieces = new ArrayList<>(fetched);
        long[] free = new long[workers];
        for (Arrival arrival : arrivals(fetched)) {
            int worker = soonest(free);
            long start = Math.max(free[worker], arrival.time);
            free[worker] = start + arrival.photo.cost().toNanos();
            pieces.add(new Plan.Piece(
                    arrival.photo.path(), Span.Activity.COMPUTING, connections + worker + 1, start, free[worker]));
        }
        return new Plan(pieces);
    }

    /** A plan keeps the order of its tasks. */
    private List<Arrival> arrivals(List<Plan.Piece> fetched) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            arrivals.add(new Arrival(fetched.get(i).end(), photos.get(i)));
        }
        arrivals.sort(Comparator.comparingLong(Arrival::time));
        return arrivals;
    }

    private static int soonest(long[] free) {
        int soonest = 0;
        for (int worker = 1; worker < free.length; worker++) {
            if (free[worker] < free[soonest]) {
                soonest = worker;
            }
        }
        return soonest;
    }
}
