package twostoves.checks.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;
import twostoves.simulation.SimulatedDisk.StoredFile;

/**
 * A set of files and what a scan is to find in them.
 *
 * @param files what lies under each path, in the order in which the files are to be scanned
 * @param lines the number of lines of each sound file, in the same order
 */
record Shelf(Map<String, StoredFile> files, Map<String, Long> lines) {

    private static final List<String> NAMES =
            List.of("soups", "salads", "pasta", "curries", "breads", "sauces", "cakes", "drinks");

    /** More than the buffers of the usual readers hold, so that what is counted at their edges shows. */
    private static final int BEYOND_BUFFERS = 40_000;

    private static String path(int index) {
        String name = index < NAMES.size() ? NAMES.get(index) : NAMES.get(index % NAMES.size()) + "-" + index;
        return "/menus/" + name + ".txt";
    }

    /** Files of 1 to 20 lines. */
    static Shelf of(int count, RandomGenerator random, IntFunction<Duration> latency) {
        Map<String, StoredFile> files = new LinkedHashMap<>();
        Map<String, Long> lines = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            int length = random.nextInt(1, 21);
            files.put(path(i), StoredFile.of(latency.apply(i), text(length, "\n", random)));
            lines.put(path(i), (long) length);
        }
        return new Shelf(files, lines);
    }

    static Shelf equal(int count, Duration each, RandomGenerator random) {
        return of(count, random, i -> each);
    }

    /** Files of one, two and three seconds in turn. */
    static Shelf uneven(int count, RandomGenerator random) {
        return of(count, random, i -> Duration.ofSeconds(1 + i % 3));
    }

    /**
     * Files with all kinds of line ends, each ready at an instant of its own. They are not in the order of the alphabet, of
     * their readiness or of a hash table.
     */
    static Shelf awkward(RandomGenerator random) {
        Map<String, Long> lines = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> contents = List.of(
                "",
                "no line end",
                "two lines\nno end after the last",
                "\n\n\n",
                "one\r\ntwo\r\n\r\nfour\r\n",
                "cr\u00e8me br\u00fbl\u00e9e\n\u5bff\u53f8\n\ud83c\udf5d\n",
                text(random.nextInt(3, 30), "\n", random),
                longText(random));
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, contents.size()).boxed().toList());
        do {
            Collections.shuffle(order, Random.from(random));
            texts.clear();
            order.forEach(i -> texts.put(path(i), contents.get(i)));
        } while (looksSorted(new ArrayList<>(texts.keySet())));
        List<Integer> ready = new ArrayList<>(order);
        do {
            Collections.shuffle(ready, Random.from(random));
        } while (ready.equals(ready.stream().sorted().toList()));
        Map<String, StoredFile> files = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            files.put(text.getKey(), StoredFile.of(Duration.ofSeconds(1 + ready.get(at++)), text.getValue()));
            lines.put(text.getKey(), text.getValue().lines().count());
        }
        return new Shelf(files, lines);
    }

    private static boolean looksSorted(List<String> paths) {
        Map<String, Integer> any = new HashMap<>();
        paths.forEach(path -> any.put(path, 0));
        return paths.equals(List.copyOf(any.keySet()))
                || paths.equals(List.copyOf(new TreeMap<>(any).keySet()))
                || paths.equals(List.copyOf(new ConcurrentHashMap<>(any).keySet()));
    }

    private static String text(int lines, String end, RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append("dish ").append(random.nextInt(100, 1_000)).append(end);
        }
        return text.toString();
    }

    private static String longText(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < BEYOND_BUFFERS) {
            text.append("x".repeat(random.nextInt(0, 100))).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return text.append("and no end").toString();
    }

    /** One file of a given size in KiB, in lines of 1 KiB. */
    static Shelf huge(int kib) {
        StoredFile line = StoredFile.of(Duration.ofSeconds(2), "x".repeat(1_023) + "\n");
        return new Shelf(Map.of("/menus/archive.txt", line.repeated(kib)), Map.of("/menus/archive.txt", (long) kib));
    }

    /** These files, one of them replaced by one that fails. */
    private Shelf with(int index, StoredFile failing) {
        Map<String, StoredFile> changed = new LinkedHashMap<>(files);
        changed.put(path(index), failing);
        Map<String, Long> fewer = new LinkedHashMap<>(lines);
        fewer.remove(path(index));
        return new Shelf(changed, fewer);
    }

    /** These files, one of which can be read only to the middle. */
    Shelf breaking(int index) {
        StoredFile sound = files.get(path(index));
        return with(index, sound.failing(problem(index), sound.size() / 2));
    }

    /** These files, one of which cannot be read at all. */
    Shelf unreadable(int index) {
        return with(index, files.get(path(index)).failing(problem(index), 0));
    }

    /** These files, one of which is not there. */
    Shelf missing(int index) {
        return with(index, StoredFile.missing(path(index)));
    }

    private static IOException problem(int index) {
        return new IOException("bad block in " + path(index));
    }

    /** What goes wrong, in the order of the files. */
    Map<String, IOException> failures() {
        Map<String, IOException> failures = new LinkedHashMap<>();
        files.forEach((path, file) -> file.failure().ifPresent(failure -> failures.put(path, failure)));
        return failures;
    }

    List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** What is to be waited for. */
    List<Plan.Task> tasks() {
        return files.entrySet().stream()
                .map(entry -> new Plan.Task(
                        entry.getKey(),
                        Span.Activity.WAITING,
                        entry.getValue().latency().toNanos()))
                .toList();
    }

    /** The paths by the time at which the files are ready. */
    List<String> byArrival() {
        return files.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().latency()))
                .map(Map.Entry::getKey)
                .toList();
    }

    Duration longest() {
        return files.values().stream()
                .map(StoredFile::latency)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
