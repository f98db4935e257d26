package twostoves.report;

/** Colours of a terminal, or none. Measure and wrap a text before it is coloured: the colours have no width. */
enum Ink {
    /** Leaves every text as it is. */
    NONE,
    /** Colours by ANSI escape sequences. */
    ANSI;

    String bold(String text) {
        return inked("1", text);
    }

    String dim(String text) {
        return inked("2", text);
    }

    String red(String text) {
        return inked("31", text);
    }

    String green(String text) {
        return inked("32", text);
    }

    String yellow(String text) {
        return inked("33", text);
    }

    String cyan(String text) {
        return inked("36", text);
    }

    private String inked(String code, String text) {
        return this == NONE || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
