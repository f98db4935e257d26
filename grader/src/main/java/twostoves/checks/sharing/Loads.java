package twostoves.checks.sharing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import twostoves.checks.Endings;
import twostoves.checks.sharing.Scene.Call;
import twostoves.checks.sharing.Scene.Played;
import twostoves.contract.LoadOnceContract;
import twostoves.evidence.Span;
import twostoves.evidence.Stall;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Picture;
import twostoves.grading.Subject;
import twostoves.kit.Loader;
import twostoves.simulation.Settings;
import twostoves.simulation.Simulation;

/**
 * A scene with a cache: guests ask for keys, whose values take time to load. Every load gives another object, so that one that
 * was loaded twice can be told.
 */
final class Loads {

    /** What is to be known of one key. */
    private record Plan(Duration latency, int failures, List<String> needs) {}

    private final Scene<LoadOnceContract<String, Object>> scene;
    private final RandomGenerator random;
    private final Map<String, Plan> plans = new HashMap<>();
    private final Map<String, String> askedFor = new HashMap<>();

    // guarded by itself
    private final Map<String, List<Object>> loaded = new HashMap<>();
    private final Map<String, List<Exception>> failed = new HashMap<>();
    private final Map<String, Integer> begun = new HashMap<>();
    private final Map<String, Integer> underWay = new HashMap<>();
    private final List<String> together = new ArrayList<>();

    private Simulation world;
    private boolean unchecked;

    Loads(String caption, RandomGenerator random) {
        this.random = random;
        this.scene = new Scene<LoadOnceContract<String, Object>>(caption).opening(this::open);
    }

    private void open(Simulation now) {
        world = now;
        synchronized (loaded) {
            loaded.clear();
            failed.clear();
            begun.clear();
            underWay.clear();
            together.clear();
        }
    }

    /** A key whose value is loaded in a given time, after so many loads that fail, and with the help of other keys. */
    Loads key(String key, long millis, int failures, String... needs) {
        plans.put(key, new Plan(Duration.ofMillis(millis), failures, List.of(needs)));
        return this;
    }

    /** Loads that fail throw a {@code RuntimeException} instead of an {@code IOException}. */
    Loads unchecked() {
        unchecked = true;
        return this;
    }

    Loads get(long millis, String guest, String key) {
        askedFor.put(guest, key);
        scene.at(millis, guest, "get " + key, cache -> ask(cache, key));
        return this;
    }

    /** The same, with the very same string each time. */
    Loads getSame(long millis, String guest, String key) {
        askedFor.put(guest, key);
        scene.at(millis, guest, "get " + key, cache -> cache.get(key, asked -> load(cache, asked)));
        return this;
    }

    Loads interrupt(long millis, String guest) {
        scene.interrupt(millis, guest);
        return this;
    }

    Played play(Subject<LoadOnceContract<String, Object>> subject, long endMillis) {
        return scene.play(subject, Settings.STANDARD, endMillis);
    }

    Played playSharing(Subject<LoadOnceContract<String, Object>> subject, long endMillis) {
        return scene.playSharing(subject, Settings.STANDARD.yieldingBeforeLocks(), endMillis);
    }

    /** Each time with another object for the key: what counts is {@code equals}. */
    private Object ask(LoadOnceContract<String, Object> cache, String key) throws Exception {
        Loader<String, Object> loader = asked -> load(cache, asked);
        return cache.get(new StringBuilder(key).toString(), loader);
    }

    private Object load(LoadOnceContract<String, Object> cache, String key) throws Exception {
        Plan plan = Optional.ofNullable(plans.get(key)).orElseThrow();
        int number;
        synchronized (loaded) {
            number = begun.merge(key, 1, Integer::sum);
            if (underWay.merge(key, 1, Integer::sum) > 1) {
                together.add(key);
            }
        }
        try {
            for (String need : plan.needs()) {
                ask(cache, need);
            }
            Exception failure = number <= plan.failures() ? failure("no " + key + " today") : null;
            world.awaitAnswer(
                    "load " + key,
                    number,
                    plan.latency(),
                    failure == null ? Span.Ending.COMPLETED : Span.Ending.FAILED);
            if (failure != null) {
                synchronized (loaded) {
                    failed.computeIfAbsent(key, first -> new ArrayList<>()).add(failure);
                }
                throw failure;
            }
            Object value = key + " #" + number;
            synchronized (loaded) {
                loaded.computeIfAbsent(key, first -> new ArrayList<>()).add(value);
            }
            return value;
        } finally {
            synchronized (loaded) {
                underWay.merge(key, -1, Integer::sum);
            }
        }
    }

    private Exception failure(String message) {
        return unchecked ? new IllegalArgumentException(message) : new IOException(message);
    }

    // ---- demands -------------------------------------------------------------------------------------------------

    /** Demands that every key asked for was loaded once, and never by two threads at the same time. */
    void demandLoadedOnce(Played played) {
        demandLoadedOnce(played, Diagnosis.CHECK_THEN_ACT, Diagnosis.WORK_DONE_TWICE);
    }

    /** The same, with names for what goes wrong. */
    void demandLoadedOnce(Played played, Diagnosis ifTogether, Diagnosis ifAgain) {
        for (String key : plans.keySet()) {
            int times = begun(key) - plans.get(key).failures();
            boolean atOnce = isLoadedTogether(key);
            if (times > 1 || atOnce) {
                throw CheckFailure.proven(
                                atOnce ? ifTogether : ifAgain,
                                "The value of " + key + " was loaded " + begun(key) + " times"
                                        + (atOnce ? ", by several threads at the same time." : ", one after another.")
                                        + (atOnce && ifTogether == Diagnosis.WRONG_LOCK
                                                ? " It was asked for with two strings that are equal and not the same object."
                                                : ""))
                        .showing(picture(played));
            }
        }
    }

    boolean isLoadedTogether(String key) {
        synchronized (loaded) {
            return together.contains(key);
        }
    }

    private int begun(String key) {
        synchronized (loaded) {
            return begun.getOrDefault(key, 0);
        }
    }

    /** Demands that a guest got the value that was loaded, at a given instant. */
    void demandValue(Played played, String guest, long millis, Diagnosis ifLate) {
        Call call = demandEnded(played, guest, ifLate);
        String key = askedFor.get(guest);
        call.deed().failure().ifPresent(failure -> {
            throw unexpected(failure).showing(picture(played));
        });
        Object value = call.deed().value().orElse("null");
        List<Object> values;
        synchronized (loaded) {
            values = List.copyOf(loaded.getOrDefault(key, List.of()));
        }
        if (values.stream().noneMatch(each -> each == value)) {
            boolean waited = call.deed().value().isPresent() || call.deed().endedAt() >= Scene.nanos(millis);
            throw CheckFailure.proven(
                            !waited ? Diagnosis.DOES_NOT_WAIT : Diagnosis.WRONG_VALUES,
                            call.says() + " is to return the object that was loaded, " + values + ", but it returned "
                                    + value + ".")
                    .showing(picture(played));
        }
        if (!call.endedBy(millis)) {
            throw CheckFailure.measured(
                            ifLate,
                            call.says() + " could have ended at " + Times.ofNanos(Scene.nanos(millis))
                                    + ", and ended at "
                                    + Times.ofNanos(call.deed().endedAt())
                                    + ": it waited for the load of another key.")
                    .showing(picture(played));
        }
    }

    /** Demands that a guest got the failure of a load of its key, or a value. */
    void demandFailureOrValue(Played played, String guest) {
        Call call = demandEnded(played, guest, Diagnosis.LOST_WAKEUP);
        if (call.deed().failure().isPresent()) {
            demandOriginal(played, call);
        } else {
            demandValue(played, guest, played.end(), Diagnosis.LOST_WAKEUP);
        }
    }

    /** Demands that a guest got the very exception of a load of its key. */
    void demandFailure(Played played, String guest) {
        Call call = demandEnded(played, guest, Diagnosis.LOST_WAKEUP);
        if (call.deed().failure().isEmpty()) {
            throw CheckFailure.proven(
                            Diagnosis.SWALLOWED_FAILURE,
                            call.says() + " returned " + call.deed().value().orElse("null")
                                    + ", though the load had failed.")
                    .showing(picture(played));
        }
        demandOriginal(played, call);
    }

    private void demandOriginal(Played played, Call call) {
        Throwable thrown = call.deed().failure().orElseThrow();
        List<Exception> originals;
        synchronized (loaded) {
            originals = List.copyOf(failed.getOrDefault(askedFor.get(call.who()), List.of()));
        }
        if (originals.stream().noneMatch(original -> original == thrown)) {
            throw CheckFailure.proven(
                            Diagnosis.WRAPPED_FAILURE,
                            "The loader threw " + Endings.describe(originals.getFirst()) + ", and " + call.says()
                                    + " another exception: " + Endings.describe(thrown) + ".")
                    .at(Endings.placeOf(thrown))
                    .showing(picture(played));
        }
    }

    Call demandEnded(Played played, String guest, Diagnosis ifStuck) {
        Call call = played.call(guest);
        if (!call.deed().ended()) {
            List<Stall> stalls = played.stall(call).stream().toList();
            throw CheckFailure.measured(ifStuck, call.says() + " never ends.")
                    .at(Endings.placeOf(stalls))
                    .showing(picture(played));
        }
        return call;
    }

    /** The JDK refuses to load one value inside the load of another where both are kept in one place of a map. */
    static CheckFailure unexpected(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        boolean recursive = text.equals("Recursive update") || failure instanceof ConcurrentModificationException;
        return recursive
                ? CheckFailure.proven(
                                Diagnosis.LOAD_INSIDE_COMPUTE,
                                "A loader asked for another key, and the map refused: " + Endings.describe(failure)
                                        + ".")
                        .at(Endings.placeOf(failure))
                : Endings.unexpected(failure);
    }

    /** A number of keys that have nothing to do with each other. */
    List<String> keys(int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add("dish-" + random.nextInt(1_000, 10_000) + "-" + i);
        }
        return keys;
    }

    static Picture picture(Played played) {
        return new Picture(played.caption(), played.observed().run().timeline(), Optional.empty());
    }
}
