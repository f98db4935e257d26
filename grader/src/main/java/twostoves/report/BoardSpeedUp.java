package twostoves.report;

import java.util.Locale;

/** The part of a board that tells what more workers gain on this machine. */
final class BoardSpeedUp {

    private final ConsolePage page;

    BoardSpeedUp(ConsolePage page) {
        this.page = page;
    }

    void write(ReportedSpeedUp speedUp) {
        page.blank();
        page.paragraph(0, "On your machine (advice, no mark)", page.ink()::bold);
        page.paragraph(2, words(speedUp));
    }

    /** In sentences. */
    static String words(ReportedSpeedUp speedUp) {
        return speedUp.notMeasured()
                .map(why -> "Not measured: " + why + ".")
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "With %d workers your code was %.1f times as fast as with one: %.1f to %.1f times in %d pairs of"
                                + " runs. As you divided the work, %.1f times would be the most.",
                        speedUp.workers().orElseThrow(),
                        speedUp.median().orElseThrow(),
                        speedUp.lowest().orElseThrow(),
                        speedUp.highest().orElseThrow(),
                        speedUp.pairs().orElseThrow(),
                        speedUp.division().orElseThrow()));
    }
}
