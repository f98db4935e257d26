package twostoves.checks.concurrency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.function.Predicate;
import twostoves.evidence.Span;
import twostoves.evidence.Timeline;

/**
 * The requests of a run in the light of a limit on how many may be in flight.
 *
 * <p>The window slides if exactly {@code limit} requests are in flight until the last one begins. This is asked of the
 * requests as they began, in whatever order, so that a semaphore which is not fair does no harm.
 *
 * @param requests the requests that took any time, in the order in which they began
 * @param limit how many may be in flight; at least 1
 */
public record Window(List<Span> requests, int limit) {

    /**
     * A stretch of time in which the number in flight was not the one promised.
     *
     * @param from when it began, in virtual nanoseconds
     * @param to when it ended, in virtual nanoseconds
     * @param inFlight how many were in flight
     * @param toBegin how many began later
     */
    public record Stretch(long from, long to, int inFlight, int toBegin) {}

    /**
     * Looks at a run.
     *
     * @param timeline what was seen; spans without length are left out
     * @param limit how many may be in flight; at least 1
     * @return its requests
     */
    public static Window of(Timeline timeline, int limit) {
        return new Window(
                timeline.spans().stream().filter(span -> span.length() > 0).toList(), limit);
    }

    /**
     * Finds the first stretch in which more were in flight than allowed.
     *
     * @return the stretch, if there is one
     */
    public Optional<Stretch> overfull() {
        return first(stretch -> stretch.inFlight() > limit);
    }

    /** The first stretch in which fewer were in flight than allowed, although there were more to come. */
    Optional<Stretch> unfilled() {
        return first(stretch -> stretch.inFlight() < limit && stretch.toBegin() > 0);
    }

    private Optional<Stretch> first(Predicate<Stretch> wanted) {
        SortedMap<Long, Integer> inFlight = new Timeline(requests, 0).inFlight();
        Map.Entry<Long, Integer> previous = null;
        for (Map.Entry<Long, Integer> change : inFlight.entrySet()) {
            if (previous != null) {
                long from = previous.getKey();
                int toBegin = (int)
                        requests.stream().filter(span -> span.start() > from).count();
                Stretch stretch = new Stretch(from, change.getKey(), previous.getValue(), toBegin);
                if (wanted.test(stretch)) {
                    return Optional.of(stretch);
                }
            }
            previous = change;
        }
        return Optional.empty();
    }

    /**
     * Tells whether the requests came in rounds: after the first, none began while another was in flight.
     *
     * @return whether they did
     */
    public boolean isInBatches() {
        return requests.stream()
                .filter(request -> request.start() > requests.getFirst().start())
                .allMatch(request -> requests.stream()
                        .filter(earlier -> earlier.start() < request.start())
                        .allMatch(earlier -> earlier.end() <= request.start()));
    }

    /**
     * Tells whether each request after the first {@code limit} began when the oldest in flight had ended, and not earlier.
     *
     * @return whether they did
     */
    public boolean waitsForOldest() {
        long oldestEnded = 0;
        for (int i = limit; i < requests.size(); i++) {
            oldestEnded = Math.max(oldestEnded, requests.get(i - limit).end());
            if (requests.get(i).start() != oldestEnded) {
                return false;
            }
        }
        return requests.size() > limit;
    }

    /** How long these requests take, in the order in which they began, if the window slides; virtual nanoseconds. */
    long slidingMakespan() {
        PriorityQueue<Long> places = new PriorityQueue<>();
        long last = 0;
        for (Span request : requests) {
            long start = places.size() < limit ? 0 : places.remove();
            long end = start + request.length();
            places.add(end);
            last = Math.max(last, end);
        }
        return last;
    }
}
