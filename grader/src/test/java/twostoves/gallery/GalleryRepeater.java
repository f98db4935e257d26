package twostoves.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import twostoves.fork.ChildJvm;
import twostoves.grading.ExerciseResult.Status;
import twostoves.grading.Gradebook;

/**
 * Repeats the gallery, spread over 1, 2, 4 and 8 processors, with or without other processes that keep the machine busy, and
 * prints a table of odd verdicts. The script {@code grader/gallery} starts it.
 */
final class GalleryRepeater {

    private static final int[] PROCESSORS = {1, 2, 4, 8};

    /**
     * Wrong submissions leave threads behind, which make every later look at the threads slower: a process judges the
     * submissions for one exercise only, and a new one goes on after so many rounds. With ten instead of two, a verdict for
     * cook-dinner took 0.49 s of processor time instead of 0.28, the start of the process included.
     */
    private static final int ROUNDS_PER_PROCESS = 2;

    /** Right ones leave none: with ten rounds instead of two, a verdict for fetch-all took 0.13 s instead of 0.19. */
    private static final int ROUNDS_PER_PROCESS_OF_RIGHT_ONES = 10;

    /** What one process has seen. */
    private record Part(String exercise, int processors, int rounds, JudgingProcess.Outcome outcome) {}

    private final Path repository;
    private final Gallery gallery;
    private final String names;
    private final List<Exhibited> chosen;

    private GalleryRepeater(Path repository, String names) {
        this.repository = repository;
        this.gallery = new Gallery(repository);
        this.names = names;
        this.chosen = gallery.solutionsAndSubmissions().stream()
                .filter(submission -> submission.name().matches(names))
                .toList();
    }

    /**
     * Repeats.
     *
     * @param args the repository, the number of rounds, the number of busy processes, how many processes judge side by side,
     *     a regular expression for the names to judge, and, if it is not to be the usual number, how many rounds one process
     *     makes
     */
    public static void main(String[] args) throws InterruptedException {
        GalleryRepeater repeater = new GalleryRepeater(Path.of(args[0]).toAbsolutePath(), args[4]);
        List<Process> busy = new ArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> busy.forEach(Process::destroyForcibly)));
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            busy.add(startBusy());
        }
        repeater.compileAll();
        int roundsPerProcess = args.length > 5 ? Integer.parseInt(args[5]) : repeater.roundsPerProcess();
        List<Part> parts = repeater.repeat(Integer.parseInt(args[1]), Integer.parseInt(args[3]), roundsPerProcess);
        busy.forEach(Process::destroyForcibly);
        System.exit(print(parts, busy.size()) ? 0 : 1);
    }

    /** Compiles everything in this process, so that the others find it done. */
    private void compileAll() {
        chosen.forEach(gallery::compile);
    }

    private int roundsPerProcess() {
        boolean onlyRightOnes = chosen.stream().allMatch(submission -> submission.status() == Status.SOLVED);
        return onlyRightOnes ? ROUNDS_PER_PROCESS_OF_RIGHT_ONES : ROUNDS_PER_PROCESS;
    }

    private List<Part> repeat(int rounds, int jobs, int roundsPerProcess) throws InterruptedException {
        List<String> exercises =
                chosen.stream().map(Exhibited::exerciseId).distinct().toList();
        if (exercises.isEmpty()) {
            System.err.println("No submission is called " + names + ": try 'fetch-all/wrong/.*'.");
            System.exit(2);
        }
        List<Callable<Part>> tasks = new ArrayList<>();
        for (int done = 0, turn = 0; done < rounds; done += roundsPerProcess, turn++) {
            int processors = PROCESSORS[turn % PROCESSORS.length];
            int count = Math.min(roundsPerProcess, rounds - done);
            exercises.forEach(exercise -> tasks.add(() -> judge(exercise, processors, count)));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
            List<Part> parts = new ArrayList<>();
            for (Future<Part> part : pool.invokeAll(tasks)) {
                parts.add(part.get());
            }
            return parts;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Part judge(String exercise, int processors, int rounds) throws IOException {
        List<String> flags = Stream.concat(
                        Stream.of("-XX:ActiveProcessorCount=" + processors),
                        Arrays.stream(System.getProperty("gallery.flags", "").split(" "))
                                .filter(flag -> !flag.isEmpty()))
                .toList();
        JudgingProcess.Outcome outcome =
                JudgingProcess.run(flags, repository, rounds, "(?=" + exercise + "/)(?:" + names + ")");
        System.out.println(exercise + ": " + outcome.verdicts().size() + " verdicts on " + processors + " processors, "
                + outcome.odd().size() + " odd, " + outcome.deviations().size() + " deviations not repeated"
                + (outcome.died() ? ", PROCESS DIED" : ""));
        outcome.odd().forEach(line -> System.out.println("  odd: " + line));
        outcome.deviations().forEach(line -> System.out.println("  deviation: " + line));
        return new Part(exercise, processors, rounds, outcome);
    }

    private static Process startBusy() {
        try {
            return ChildJvm.builder(ChildJvm.programOnClassPath(Busy.class))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean print(List<Part> parts, int busy) {
        Map<String, Sum> table = new TreeMap<>();
        for (Part part : parts) {
            JudgingProcess.Outcome outcome = part.outcome();
            Sum sum = new Sum(
                    part.rounds(),
                    outcome.verdicts().size(),
                    outcome.odd().size(),
                    outcome.deviations().size(),
                    outcome.died() ? 1 : 0);
            table.merge("%-18s %10d".formatted(part.exercise(), part.processors()), sum, Sum::plus);
        }
        System.out.printf("%nwith %d busy processes beside them%n", busy);
        System.out.printf(
                "%-18s %10s %8s %10s %6s %12s %6s%n",
                "exercise", "processors", "rounds", "verdicts", "odd", "deviations", "died");
        table.forEach((row, sum) -> System.out.println(row + sum));
        Sum all = table.values().stream().reduce(Sum.NONE, Sum::plus);
        System.out.printf("%n%d verdicts, %d odd, %d deviations%n", all.judged(), all.odd(), all.deviations());
        return all.odd() == 0 && all.died() == 0;
    }

    /** What several processes have seen. */
    private record Sum(int rounds, int judged, int odd, int deviations, int died) {

        static final Sum NONE = new Sum(0, 0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(
                    rounds + other.rounds,
                    judged + other.judged,
                    odd + other.odd,
                    deviations + other.deviations,
                    died + other.died);
        }

        @Override
        public String toString() {
            return " %8d %10d %6d %12d %6d".formatted(rounds, judged, odd, deviations, died);
        }
    }

    /** Keeps one processor busy until it is ended. */
    static final class Busy {

        private Busy() {}

        /** Spins. */
        public static void main(String[] args) {
            Gradebook sink = new Gradebook(0);
            for (long i = 0; sink.seed() == 0; i++) {
                if (i < 0) {
                    System.out.println(i);
                }
            }
        }
    }
}
