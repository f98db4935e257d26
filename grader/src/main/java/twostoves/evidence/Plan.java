package twostoves.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * One way to do in time what a run was about, to be drawn beside the run. It is made from what the check has in store, not
 * from what the submission did.
 *
 * @param pieces what is done; those in one lane follow one another
 */
public record Plan(List<Piece> pieces) {

    /**
     * Something to be done, which needs nothing of the others.
     *
     * @param label what it is, as in {@link Span#label}
     * @param activity waiting or computing
     * @param length how long it takes, in virtual nanoseconds; not negative
     */
    public record Task(String label, Span.Activity activity, long length) {}

    /**
     * Something in its place.
     *
     * @param label what it is, as in {@link Span#label}
     * @param activity waiting or computing
     * @param lane the number of the thread or place that does it, from 1
     * @param start virtual nanoseconds since the run began
     * @param end virtual nanoseconds since the run began
     */
    public record Piece(String label, Span.Activity activity, int lane, long start, long end) {

        private Piece later(long by) {
            return new Piece(label, activity, lane, start + by, end + by);
        }

        private Piece cutAt(long instant) {
            return new Piece(label, activity, lane, start, Math.min(end, instant));
        }
    }

    /** Creates a plan; copies what it is given. */
    public Plan {
        pieces = List.copyOf(pieces);
    }

    /**
     * Plans that everything begins at once.
     *
     * @param tasks what is to be done
     * @return a plan with a lane for each task
     */
    public static Plan together(List<Task> tasks) {
        return inFlight(tasks, Math.max(1, tasks.size()));
    }

    /**
     * Plans that each task begins, in the order of the list, as soon as one of a number of places is free.
     *
     * @param tasks what is to be done
     * @param places how many may be under way at the same time; at least 1
     * @return a plan with a lane for each place that is used
     */
    public static Plan inFlight(List<Task> tasks, int places) {
        record Place(int lane, long free) implements Comparable<Place> {
            @Override
            public int compareTo(Place other) {
                return free == other.free ? Integer.compare(lane, other.lane) : Long.compare(free, other.free);
            }
        }
        PriorityQueue<Place> free = new PriorityQueue<>();
        for (int lane = 1; lane <= places; lane++) {
            free.add(new Place(lane, 0));
        }
        List<Piece> pieces = new ArrayList<>();
        for (Task task : tasks) {
            Place place = free.remove();
            long end = place.free() + task.length();
            pieces.add(new Piece(task.label(), task.activity(), place.lane(), place.free(), end));
            free.add(new Place(place.lane(), end));
        }
        return new Plan(pieces);
    }

    /**
     * Plans that each worker does neighbouring tasks, one after another, and nobody more than one task more than another.
     *
     * @param tasks what is to be done, in order
     * @param workers how many there are, each with a core of its own; at least 1
     * @return a plan with a lane for each worker that has something to do
     */
    public static Plan shares(List<Task> tasks, int workers) {
        List<Piece> pieces = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            long now = 0;
            int to = (int) ((long) tasks.size() * (worker + 1) / workers);
            for (Task task : tasks.subList((int) ((long) tasks.size() * worker / workers), to)) {
                pieces.add(new Piece(task.label(), task.activity(), worker + 1, now, now + task.length()));
                now += task.length();
            }
        }
        return new Plan(pieces);
    }

    /**
     * Takes a run as the plan: that of a way to do it which the check has tried itself.
     *
     * @param run the run
     * @return a plan with a lane for each thread, in the order in which they began
     */
    public static Plan of(Timeline run) {
        List<ThreadIdentity> threads =
                run.spans().stream().map(Span::thread).distinct().toList();
        return new Plan(run.spans().stream()
                .map(span -> new Piece(
                        span.label(), span.activity(), threads.indexOf(span.thread()) + 1, span.start(), span.end()))
                .toList());
    }

    /**
     * Plans to do all this a number of times, each time when all of the time before is done.
     *
     * @param times how often; at least 1
     * @return a plan that takes so many times as long
     */
    public Plan repeated(int times) {
        long length = makespan();
        return new Plan(IntStream.range(0, times)
                .boxed()
                .flatMap(time -> pieces.stream().map(piece -> piece.later(time * length)))
                .toList());
    }

    /**
     * Calls off whatever is under way at an instant, and whatever would begin later.
     *
     * @param instant in virtual nanoseconds since the run began
     * @return the part of this plan before that instant
     */
    public Plan cutAt(long instant) {
        return new Plan(pieces.stream()
                .filter(piece -> piece.start() < instant)
                .map(piece -> piece.cutAt(instant))
                .toList());
    }

    /**
     * Tells when all is done.
     *
     * @return virtual nanoseconds since the run began; 0 if there is nothing to do
     */
    public long makespan() {
        return pieces.stream().mapToLong(Piece::end).max().orElse(0);
    }
}
