package twostoves.checks.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import twostoves.contract.ResponsiveSearchContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.SearchBox;
import twostoves.simulation.SimulatedApi;
import twostoves.simulation.SimulatedApi.Reply;
import twostoves.simulation.Simulation;

/**
 * Somebody types into a search box: what is typed when, what the service has in store for it, and what is shown in the end.
 *
 * <p>Good for one run.
 */
final class Typing {

    private static final String SEARCH = "/search?q=";

    /**
     * One query.
     *
     * @param text what is typed
     * @param at when
     * @param reply what the service answers, and how long after it was asked
     */
    record Query(String text, Duration at, Reply reply) {

        String path() {
            return SEARCH + text;
        }

        /** When the answer arrives if the query is sent at once. */
        Duration arrival() {
            return at.plus(reply.latency());
        }
    }

    /**
     * An answer, or whatever else was shown.
     *
     * @param text what was shown; may be null
     * @param query the query that it answers; empty if it is no answer
     * @param at when, in virtual nanoseconds
     * @param onUiThread whether on the right thread
     * @param afterClose whether {@code close()} had returned
     */
    record Shown(String text, Optional<Query> query, long at, boolean onUiThread, boolean afterClose) {}

    /** What else happens at the window. */
    private record Incident(Duration at, Duration length, boolean closes) {}

    private final RandomGenerator random;
    private final List<Query> queries = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final Map<String, Duration> slowToHandIn = new LinkedHashMap<>();

    private final Queue<Shown> shown = new ConcurrentLinkedQueue<>();
    private final Queue<String> askedElsewhere = new ConcurrentLinkedQueue<>();
    private final Map<Thread, String> lastAsked = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private List<UiThread.Held> held = List.of();

    Typing(RandomGenerator random) {
        this.random = random;
    }

    /** Types a query that is answered. */
    Typing type(long atMillis, String text, long latencyMillis) {
        return type(
                atMillis,
                text,
                Reply.of(Duration.ofMillis(latencyMillis), text + " #" + random.nextInt(1_000, 10_000)));
    }

    /** Types a query that fails. */
    Typing typeInVain(long atMillis, String text, long latencyMillis) {
        IOException failure = new IOException("no answer to " + text);
        return type(atMillis, text, Reply.failing(Duration.ofMillis(latencyMillis), failure));
    }

    private Typing type(long atMillis, String text, Reply reply) {
        queries.add(new Query(text, Duration.ofMillis(atMillis), reply));
        return this;
    }

    /** Closes the box. */
    Typing close(long atMillis) {
        return busyThenClose(atMillis, 0);
    }

    /** Keeps the UI thread busy with something else, and closes the box before it takes the next event. */
    Typing busyThenClose(long atMillis, long lengthMillis) {
        incidents.add(new Incident(Duration.ofMillis(atMillis), Duration.ofMillis(lengthMillis), true));
        return this;
    }

    /** Holds up the thread that has fetched the answer to a query, on its way to the queue of the UI thread. */
    Typing slowToHandIn(String text, long millis) {
        slowToHandIn.put(SEARCH + text, Duration.ofMillis(millis));
        return this;
    }

    /** Opens a box and types into it; ends at a given instant. To be called on what is to be the UI thread. */
    boolean until(long endMillis, ResponsiveSearchContract learners, Simulation simulation)
            throws InterruptedException {
        UiThread ui = new UiThread(
                simulation,
                thread -> slowToHandIn.getOrDefault(
                        Optional.ofNullable(lastAsked.get(thread)).orElse(""), Duration.ZERO));
        held = ui.held();
        SearchBox[] box = new SearchBox[1];
        ui.measure("open(…)", () -> box[0] = learners.open(service(simulation), ui, shower(ui, simulation)));
        for (Query query : queries) {
            String call = "typed(\"" + query.text() + "\")";
            ui.at(query.at(), () -> ui.measure(call, () -> box[0].typed(query.text())));
        }
        for (Incident incident : incidents) {
            ui.at(incident.at(), () -> {
                simulation.compute("something else", queries.size(), incident.length());
                ui.measure("close()", box[0]::close);
                closed = true;
            });
        }
        ui.run(Duration.ofMillis(endMillis));
        return true;
    }

    private RemoteApi service(Simulation simulation) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        queries.forEach(query -> replies.put(query.path(), query.reply()));
        SimulatedApi api = new SimulatedApi(simulation, replies);
        return path -> {
            if (!replies.containsKey(path)) {
                askedElsewhere.add(String.valueOf(path));
            }
            lastAsked.put(Thread.currentThread(), String.valueOf(path));
            return api.get(path);
        };
    }

    private Consumer<String> shower(UiThread ui, Simulation simulation) {
        return text -> shown.add(new Shown(
                text,
                queries.stream()
                        .filter(query -> query.reply()
                                .answer()
                                .filter(answer -> answer.equals(text))
                                .isPresent())
                        .findFirst(),
                simulation.now(),
                ui.isCurrent(),
                closed));
    }

    /** When the box is closed for the last time, in milliseconds. */
    long closedAt() {
        return incidents.getLast().at().toMillis();
    }

    List<Query> queries() {
        return queries;
    }

    List<Shown> shown() {
        return List.copyOf(shown);
    }

    /** Paths that are no query's. */
    List<String> askedElsewhere() {
        return List.copyOf(askedElsewhere);
    }

    /** What kept the UI thread waiting. */
    List<UiThread.Held> held() {
        return List.copyOf(held);
    }

    /** The queries that were still the newest when they were answered: their answers have to be shown. */
    List<Query> due() {
        List<Query> due = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            Query query = queries.get(i);
            boolean overtaken =
                    i + 1 < queries.size() && queries.get(i + 1).at().compareTo(query.arrival()) <= 0;
            boolean closedBefore =
                    incidents.stream().anyMatch(incident -> incident.at().compareTo(query.arrival()) <= 0);
            if (!overtaken
                    && !closedBefore
                    && !slowToHandIn.containsKey(query.path())
                    && query.reply().answer().isPresent()) {
                due.add(query);
            }
        }
        return due;
    }
}
