package twostoves.classroom;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import twostoves.report.VisibleText;

/** Tells, a line for each submission, how far the grading of a class has come and how long it will still take. */
final class ClassProgress {

    private final Consumer<String> lines;
    private final LongSupplier nanoTime;
    private long begin;

    /**
     * Creates a progress.
     *
     * @param lines who shows the lines
     * @param nanoTime a clock in nanoseconds
     */
    ClassProgress(Consumer<String> lines, LongSupplier nanoTime) {
        this.lines = lines;
        this.nanoTime = nanoTime;
    }

    void begins(int rest, int kept, int jobs) {
        begin = nanoTime.getAsLong();
        if (kept > 0) {
            lines.accept(Plural.of(kept, "submission") + " graded before and unchanged.");
        }
        lines.accept(
                "Grading " + Plural.of(rest, "submission") + ", " + Math.min(jobs, Math.max(1, rest)) + " at a time.");
    }

    void graded(ClassResult result, int done, int total) {
        String count = String.format(Locale.ROOT, "%" + digits(total) + "d/%d", done, total);
        lines.accept(
                count + "  " + VisibleText.inOneLine(result.submission()) + ": " + outcome(result) + left(done, total));
    }

    private static int digits(int number) {
        return String.valueOf(number).length();
    }

    private static String outcome(ClassResult result) {
        return result.report()
                .map(report -> report.score() + " of " + Plural.of(report.maxScore(), "point"))
                .orElseGet(() -> VisibleText.inOneLine(result.problem()));
    }

    private String left(int done, int total) {
        if (done == total) {
            return "";
        }
        Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - begin);
        return " · " + rounded(elapsed.multipliedBy(total - done).dividedBy(done)) + " left";
    }

    /** An estimate, so no more exact than it can be. */
    static String rounded(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return "less than 1 min";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90 ? "about " + minutes + " min" : "about " + Math.round(minutes / 60.0) + " h";
    }
}
