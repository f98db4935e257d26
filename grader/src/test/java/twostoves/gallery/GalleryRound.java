package twostoves.gallery;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Gradebook;

/**
 * Judges the whole gallery some rounds, in a process of its own; started by {@link GalleryRepeater}.
 *
 * <p>Prints a line {@code odd …} for each odd verdict, {@code defect …} for each deviation that did not show again, and at
 * the end {@code judged N slowest MS name}.
 */
final class GalleryRound {

    private GalleryRound() {}

    /**
     * Judges.
     *
     * @param args the repository, the number of rounds, and a regular expression for the names to judge
     */
    public static void main(String[] args) {
        Gallery gallery = new Gallery(Path.of(args[0]));
        int rounds = Integer.parseInt(args[1]);
        List<Exhibited> submissions = gallery.submissions().stream()
                .filter(submission -> submission.name().matches(args[2]))
                .toList();
        PrintStream out = System.out;
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        int judged = 0;
        long slowest = 0;
        String slowestName = "";
        for (int round = 0; round < rounds; round++) {
            for (Exhibited submission : submissions) {
                long begun = System.nanoTime();
                Gradebook book = new Gradebook();
                ExerciseResult result = gallery.judge(submission, book);
                long took = System.nanoTime() - begun;
                Optional<String> oddity = submission.oddity(result);
                oddity.ifPresent(odd -> out.println("odd " + odd));
                book.defects().forEach(defect -> out.println("defect " + submission.name() + " " + defect));
                judged++;
                if (took > slowest) {
                    slowest = took;
                    slowestName = submission.name();
                }
                if (Boolean.getBoolean("gallery.times")) {
                    out.println("time " + took / 1_000_000 + " " + submission.name());
                }
            }
        }
        out.println("judged " + judged + " slowest " + slowest / 1_000_000 + " ms " + slowestName);
        out.flush();
        System.exit(0); // wrong submissions leave threads behind
    }
}
