package twostoves.gallery;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Gradebook;

/**
 * Judges submissions of the gallery some rounds; started and read by {@link JudgingProcess}.
 *
 * <p>Prints a line {@code judged NAME} for each verdict, then {@code odd …} if it is odd, {@code deviation …} for each failure
 * that was seen once and not again, and a line {@code end} when all are judged.
 */
final class GalleryRound {

    static final String JUDGED = "judged";
    static final String ODD = "odd";
    static final String DEVIATION = "deviation";
    static final String END = "end";

    private GalleryRound() {}

    /**
     * Judges.
     *
     * @param args the repository, the number of rounds, and a regular expression for the names to judge
     */
    public static void main(String[] args) {
        Gallery gallery = new Gallery(Path.of(args[0]));
        int rounds = Integer.parseInt(args[1]);
        List<Exhibited> submissions = gallery.solutionsAndSubmissions().stream()
                .filter(submission -> submission.name().matches(args[2]))
                .toList();
        PrintStream out = System.out;
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        for (int round = 0; round < rounds; round++) {
            for (Exhibited submission : submissions) {
                long begun = System.nanoTime();
                Gradebook book = new Gradebook();
                ExerciseResult result = gallery.judge(submission, book);
                out.println(JUDGED + " " + submission.name());
                submission.oddity(result).ifPresent(odd -> out.println(ODD + " " + inOneLine(odd)));
                book.defects().forEach(defect -> out.println(DEVIATION + " " + inOneLine(defect)));
                if (Boolean.getBoolean("gallery.times")) {
                    out.println("time " + (System.nanoTime() - begun) / 1_000_000 + " " + submission.name());
                }
            }
        }
        out.println(END);
        out.flush();
        System.exit(0); // wrong submissions leave threads behind
    }

    private static String inOneLine(String text) {
        return text.lines().collect(Collectors.joining(" "));
    }
}
