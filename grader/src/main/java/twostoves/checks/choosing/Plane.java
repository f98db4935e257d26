package twostoves.checks.choosing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import twostoves.kit.Approach;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;

/**
 * Workloads from all over the plane of waiting and computing, and from both sides of its borders, made up afresh for every
 * check. None of them is a close call.
 */
final class Plane {

    private static final int[] CORES = {1, 2, 4, 8, 16};

    private static final int MOST_TASKS = 12;
    private static final int BORDERS = 3;
    private static final int TRIES = 10_000;

    /** Times are from a microsecond to ten seconds, to two digits. */
    private static final int DECADES = 7;

    private static final double STEP = 1.3;
    private static final int STEPS = 40;

    private final RandomGenerator random;

    Plane(RandomGenerator random) {
        this.random = random;
    }

    /** Questions for which each answer is the right one, for each of the reasons that there are. */
    List<Question> everywhere() {
        List<Question> questions = new ArrayList<>();
        for (Approach approach : List.of(Approach.CONCURRENT, Approach.PARALLEL, Approach.BOTH)) {
            questions.add(draw(question -> question.cores() > 1 && right(question) == approach));
        }
        questions.add(draw(question -> question.cores() == 1 && right(question) == Approach.CONCURRENT));
        questions.add(draw(question -> question.cores() == 1
                && right(question) == Approach.SEQUENTIAL
                && right(question.on(2)) == Approach.PARALLEL));
        questions.add(draw(question -> question.cores() > 1 && right(question) == Approach.SEQUENTIAL));
        for (Approach approach : List.of(Approach.CONCURRENT, Approach.PARALLEL, Approach.BOTH)) {
            questions.add(dependent(draw(question -> right(question) == approach && isClear(dependent(question)))));
        }
        return questions;
    }

    /** Pairs of questions that differ little in one number, and have different answers. */
    List<Question> alongTheBorders() {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < BORDERS; i++) {
            boolean inWaiting = random.nextBoolean();
            questions.addAll(Stream.generate(() -> border(draw(question -> true), inWaiting))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow());
        }
        return questions;
    }

    private Optional<List<Question>> border(Question start, boolean inWaiting) {
        UnaryOperator<Question> step = question -> longer(question, inWaiting);
        Question last = start;
        Question next = start;
        for (int i = 0; i < STEPS; i++) {
            next = step.apply(next);
            if (isClear(next)) {
                if (right(next) != right(last)) {
                    return Optional.of(List.of(last, next));
                }
                last = next;
            }
        }
        return Optional.empty();
    }

    private static Question longer(Question question, boolean inWaiting) {
        Workload work = question.work();
        Duration waiting = inWaiting ? longer(work.waiting()) : work.waiting();
        Duration computing = inWaiting ? work.computing() : longer(work.computing());
        return new Question(
                question.what(), new Workload(work.tasks(), waiting, computing, work.dependence()), question.cores());
    }

    private static Duration longer(Duration time) {
        return rounded(Math.max(1_000, time.toNanos()) * STEP);
    }

    /** Looks for a question that is no close call. */
    private Question draw(Predicate<Question> wanted) {
        return Stream.generate(this::any)
                .limit(TRIES)
                .filter(Plane::isClear)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private Question any() {
        int cores = CORES[random.nextInt(CORES.length)];
        int tasks = random.nextInt(2, MOST_TASKS + 1);
        Duration waiting = time();
        Duration computing = waiting.isZero() ? scattered() : time();
        return new Question("Work made up at random", new Workload(tasks, waiting, computing, Dependence.NONE), cores);
    }

    /** No time at all now and then. */
    private Duration time() {
        return random.nextInt(4) == 0 ? Duration.ZERO : scattered();
    }

    private Duration scattered() {
        return rounded(1_000 * Math.pow(10, random.nextDouble(DECADES)));
    }

    private static Duration rounded(double nanos) {
        double digit = Math.pow(10, Math.max(0, Math.floor(Math.log10(nanos)) - 1));
        return Duration.ofNanos((long) (Math.round(nanos / digit) * digit));
    }

    private static Question dependent(Question question) {
        Workload work = question.work();
        return new Question(
                "Work made up at random",
                new Workload(work.tasks(), work.waiting(), work.computing(), Dependence.EACH_ON_THE_LAST),
                question.cores());
    }

    private static Approach right(Question question) {
        return new Forecast(question.work(), question.cores()).right();
    }

    private static boolean isClear(Question question) {
        return new Forecast(question.work(), question.cores()).isClear();
    }
}
