package twostoves.report;

/** The characters that boards and timelines are drawn with. */
enum Glyphs {
    /** For terminals that show more than ASCII. */
    UNICODE("✓", "✗", "·", "!", "·", "…", "–", '█', '×', '!', '→', '├', '─', '┤'),
    /** For all others. */
    ASCII("+", "x", ".", "!", "|", "...", "-", '#', 'x', '!', '>', '|', '-', '|');

    final String solved;
    final String failed;
    final String unsolved;
    final String error;
    final String separator;
    final String ellipsis;
    final String dash;
    final char bar;
    final char interrupted;
    final char broken;
    final char unfinished;
    final char lengthStart;
    final char length;
    final char lengthEnd;

    Glyphs(
            String solved,
            String failed,
            String unsolved,
            String error,
            String separator,
            String ellipsis,
            String dash,
            char bar,
            char interrupted,
            char broken,
            char unfinished,
            char lengthStart,
            char length,
            char lengthEnd) {
        this.solved = solved;
        this.failed = failed;
        this.unsolved = unsolved;
        this.error = error;
        this.separator = separator;
        this.ellipsis = ellipsis;
        this.dash = dash;
        this.bar = bar;
        this.interrupted = interrupted;
        this.broken = broken;
        this.unfinished = unfinished;
        this.lengthStart = lengthStart;
        this.length = length;
        this.lengthEnd = lengthEnd;
    }

    static Glyphs of(boolean unicode) {
        return unicode ? UNICODE : ASCII;
    }
}
