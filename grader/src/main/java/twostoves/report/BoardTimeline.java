package twostoves.report;

/** The part of a board that draws what was seen. */
final class BoardTimeline {

    private static final int INDENT = 2;

    private final ReportedTimeline timeline;
    private final ConsolePage page;

    BoardTimeline(ReportedTimeline timeline, ConsolePage page) {
        this.timeline = timeline;
        this.page = page;
    }

    void write() {
        page.blank();
        if (!timeline.caption().isBlank()) {
            page.line(INDENT, timeline.caption(), page.ink()::dim);
        }
        page.drawing(INDENT, timeline);
    }
}
