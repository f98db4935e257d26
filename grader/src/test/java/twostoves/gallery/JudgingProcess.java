package twostoves.gallery;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import twostoves.fork.ChildJvm;

/**
 * Judges submissions in a process of its own: wrong ones leave threads behind, which make every later look at the threads
 * slower.
 */
final class JudgingProcess {

    private JudgingProcess() {}

    /**
     * What came of one submission in one round.
     *
     * @param name the submission
     * @param odd how the verdict differs from that of the folder; none if it does not
     * @param deviations failures that were seen once and not again
     */
    record Verdict(String name, List<String> odd, List<String> deviations) {

        Verdict(String name) {
            this(name, new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * What a process has seen.
     *
     * @param verdicts in the order in which they were given
     * @param died whether the process died before it had judged all
     */
    record Outcome(List<Verdict> verdicts, boolean died) {

        List<String> odd() {
            return verdicts.stream().flatMap(verdict -> verdict.odd().stream()).toList();
        }

        /** The deviations, each after the name of its submission. */
        List<String> deviations() {
            return verdicts.stream()
                    .flatMap(
                            verdict -> verdict.deviations().stream().map(deviation -> verdict.name() + " " + deviation))
                    .toList();
        }
    }

    /**
     * Starts a process and waits for its end.
     *
     * @param flags for its JVM
     * @param repository the root of the repository
     * @param rounds how often each submission is judged
     * @param names a regular expression for the names of the submissions
     * @return what it has seen
     * @throws IOException if it cannot be started
     */
    static Outcome run(List<String> flags, Path repository, int rounds, String names) throws IOException {
        List<String> arguments = Stream.of(
                        List.of(
                                "-XX:+UseSerialGC",
                                "-XX:+IgnoreUnrecognizedVMOptions",
                                "-XX:MarkSweepAlwaysCompactCount=1",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx512m"),
                        flags,
                        ChildJvm.programOnClassPath(GalleryRound.class),
                        List.of(repository.toString(), Integer.toString(rounds), names))
                .flatMap(List::stream)
                .toList();
        Process process = ChildJvm.builder(arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Verdict> verdicts = new ArrayList<>();
        boolean died = true;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 2);
                switch (words[0]) {
                    case GalleryRound.JUDGED -> verdicts.add(new Verdict(words[1]));
                    case GalleryRound.ODD -> verdicts.getLast().odd().add(words[1]);
                    case GalleryRound.DEVIATION ->
                        verdicts.getLast().deviations().add(words[1]);
                    case GalleryRound.END -> died = false;
                    default -> {
                        // the JVM itself has something to say
                    }
                }
            }
        }
        return new Outcome(verdicts, died);
    }
}
