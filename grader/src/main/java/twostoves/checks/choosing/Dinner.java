package twostoves.checks.choosing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;
import twostoves.kit.Step;

/**
 * A plan of steps, and what the stove has in store for each. What comes of them is made up afresh for every check.
 *
 * @param courses the steps, none before one that it needs
 * @param steps the same steps in the order in which the learner is given them
 */
record Dinner(List<Course> courses, List<Step> steps) {

    /** The steps of {@link #pairs} that need nothing. */
    static final List<String> FIRST_OF_PAIRS = List.of("boil1", "boil2", "boil3");

    private static final int PAIRS = FIRST_OF_PAIRS.size();

    /**
     * What is in store for one step.
     *
     * @param step the step
     * @param latency how long it takes
     * @param dish what comes of it
     * @param failure what it fails with; empty if it succeeds
     */
    record Course(Step step, Duration latency, String dish, Optional<IOException> failure) {

        String name() {
            return step.name();
        }
    }

    /** Collects courses. */
    private static final class Menu {
        private final List<Course> courses = new ArrayList<>();
        private final RandomGenerator random;

        Menu(RandomGenerator random) {
            this.random = random;
        }

        Menu add(String name, Duration latency, String... needs) {
            String dish = name + " #" + random.nextInt(1_000, 10_000);
            courses.add(new Course(Step.of(name, needs), latency, dish, Optional.empty()));
            return this;
        }

        Menu add(String name, int seconds, String... needs) {
            return add(name, Duration.ofSeconds(seconds), needs);
        }

        /** The last step first, so that a step stands before those that it needs. */
        Dinner backwards() {
            return new Dinner(courses, steps().reversed());
        }

        Dinner shuffled() {
            List<Step> steps = new ArrayList<>(steps());
            Collections.shuffle(steps, Random.from(random));
            return new Dinner(courses, steps);
        }

        private List<Step> steps() {
            return courses.stream().map(Course::step).toList();
        }
    }

    Dinner {
        courses = List.copyOf(courses);
        steps = List.copyOf(steps);
    }

    // ---- dinners ---------------------------------------------------------------------------------------------------

    /** The dinner of the page. Rounds take 12 s for it, one after another 14 s, and the critical path is 9 s. */
    static Dinner sunday(RandomGenerator random) {
        return new Menu(random)
                .add("stock", 4)
                .add("wash", 1)
                .add("chop", 2, "wash")
                .add("roast", 5, "chop")
                .add("sauce", 1, "stock")
                .add("serve", 1, "roast", "sauce")
                .backwards();
    }

    /** One step, then several that take equally long, then one that needs them all. */
    static Dinner platter(int sides, RandomGenerator random) {
        Menu menu = new Menu(random).add("heat", 1);
        String[] names = new String[sides];
        for (int i = 0; i < sides; i++) {
            names[i] = "side" + (i + 1);
            menu.add(names[i], 2, "heat");
        }
        return menu.add("plate", 1, names).backwards();
    }

    /** Many steps that need the last of the list. */
    static Dinner pancakes(int count, RandomGenerator random) {
        Menu menu = new Menu(random).add("batter", 1);
        for (int i = 1; i <= count; i++) {
            menu.add("pancake" + i, 1 + i % 3, "batter");
        }
        return menu.backwards();
    }

    /** Many steps that need nothing and take a second each. */
    static Dinner snacks(int count, RandomGenerator random) {
        Menu menu = new Menu(random);
        for (int i = 1; i <= count; i++) {
            menu.add("snack" + i, 1);
        }
        return menu.backwards();
    }

    /** Pairs of steps, whose first ones take longer and longer, or shorter and shorter. */
    static Dinner pairs(boolean longer, RandomGenerator random) {
        Menu menu = new Menu(random);
        for (int i = 1; i <= PAIRS; i++) {
            String boil = FIRST_OF_PAIRS.get(i - 1);
            menu.add(boil, longer ? i : PAIRS + 1 - i).add("season" + i, 1, boil);
        }
        return menu.backwards();
    }

    /** One step that needs nothing. */
    static Dinner soup(RandomGenerator random) {
        return new Menu(random).add("soup", 2).backwards();
    }

    /** Steps that need up to three others, and take a time that no pause would hit. */
    static Dinner improvised(int count, RandomGenerator random) {
        Menu menu = new Menu(random);
        for (int i = 0; i < count; i++) {
            String[] needs = random.ints(random.nextInt(4), 0, Math.max(1, i))
                    .distinct()
                    .filter(need -> need < menu.courses.size())
                    .mapToObj(need -> "step" + need)
                    .toArray(String[]::new);
            menu.add("step" + i, Duration.ofNanos(random.nextLong(1_000_000_000, 5_000_000_000L)), needs);
        }
        return menu.shuffled();
    }

    /** This dinner, in which one step fails. */
    Dinner failing(String name, Duration after) {
        IOException failure = new IOException(name + " is burnt");
        return new Dinner(
                courses.stream()
                        .map(course -> course.name().equals(name)
                                ? new Course(course.step(), after, course.dish(), Optional.of(failure))
                                : course)
                        .toList(),
                steps);
    }

    /** This dinner with its list the other way round. */
    Dinner turned() {
        return new Dinner(courses, steps.reversed());
    }

    /** This dinner and more steps, with which it need not be one that can be cooked. */
    Dinner and(List<Step> more) {
        List<Course> all = new ArrayList<>(courses);
        more.forEach(step -> all.add(new Course(step, Duration.ofSeconds(1), step.name(), Optional.empty())));
        return new Dinner(all, Stream.concat(steps.stream(), more.stream()).toList());
    }

    // ---- what is due -----------------------------------------------------------------------------------------------

    Optional<Course> course(String name) {
        return courses.stream().filter(course -> course.name().equals(name)).findFirst();
    }

    long indexOf(Course course) {
        return courses.indexOf(course);
    }

    /** What comes of all steps. */
    Map<String, String> dishes() {
        return courses.stream().collect(Collectors.toMap(Course::name, Course::dish));
    }

    List<IOException> failures() {
        return courses.stream().flatMap(course -> course.failure().stream()).toList();
    }

    /** When each step that is to be cooked begins, in virtual nanoseconds; what needs a step that fails is not among them. */
    Map<String, Long> beginnings() {
        Map<String, Long> beginnings = new LinkedHashMap<>();
        Map<String, Long> ends = new HashMap<>();
        for (Course course : courses) {
            if (ends.keySet().containsAll(course.step().needs())) {
                long begins = course.step().needs().stream()
                        .mapToLong(ends::get)
                        .max()
                        .orElse(0);
                beginnings.put(course.name(), begins);
                if (course.failure().isEmpty()) {
                    ends.put(course.name(), begins + course.latency().toNanos());
                }
            }
        }
        return beginnings;
    }

    /** The length of the longest chain of steps, in virtual nanoseconds. */
    long criticalPath() {
        Map<String, Long> beginnings = beginnings();
        return courses.stream()
                .filter(course -> beginnings.containsKey(course.name()))
                .mapToLong(course ->
                        beginnings.get(course.name()) + course.latency().toNanos())
                .max()
                .orElse(0);
    }

    /** Each step as soon as it can begin, in a lane of its own. */
    Plan plan() {
        List<Plan.Piece> pieces = new ArrayList<>();
        beginnings().forEach((name, begins) -> {
            long end = begins + course(name).orElseThrow().latency().toNanos();
            pieces.add(new Plan.Piece(name, Span.Activity.WAITING, pieces.size() + 1, begins, end));
        });
        return new Plan(pieces);
    }

    /** When each step begins if a round of steps begins only when all of the round before are done. */
    Map<String, Long> rounds() {
        Map<String, Integer> levels = new HashMap<>();
        Map<Integer, Long> longest = new HashMap<>();
        for (Course course : courses) {
            int level = course.step().needs().stream()
                    .mapToInt(need -> levels.get(need) + 1)
                    .max()
                    .orElse(0);
            levels.put(course.name(), level);
            longest.merge(level, course.latency().toNanos(), Math::max);
        }
        Map<String, Long> rounds = new HashMap<>();
        levels.forEach((name, level) -> rounds.put(
                name,
                longest.entrySet().stream()
                        .filter(round -> round.getKey() < level)
                        .mapToLong(Map.Entry::getValue)
                        .sum()));
        return rounds;
    }

    /** The steps that need nothing but what is done, and are not among those that have begun. */
    List<String> waitingThoughReady(Set<String> done, Set<String> begun) {
        return courses.stream()
                .filter(course -> done.containsAll(course.step().needs()) && !begun.contains(course.name()))
                .map(Course::name)
                .toList();
    }
}
