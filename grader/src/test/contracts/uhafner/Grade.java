import edu.hm.hafner.grading.AutoGradingRunner;
import java.io.OutputStream;
import java.io.PrintStream;

/** Grades what lies in the current directory by the configuration in CONFIG, and prints the score and the tests. */
public final class Grade {
    public static void main(String[] args) {
        var score = new AutoGradingRunner(new PrintStream(OutputStream.nullOutputStream())).run();
        score.getTestScores()
                .forEach(tests -> System.out.printf(
                        "%d of %d: %d passed, %d failed, %d skipped%n",
                        score.getAchievedScore(),
                        score.getMaxScore(),
                        tests.getPassedSize(),
                        tests.getFailedSize(),
                        tests.getSkippedSize()));
    }
}
