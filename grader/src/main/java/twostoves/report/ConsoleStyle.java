package twostoves.report;

/**
 * How a board looks, and how to reach from it what it points to.
 *
 * @param width how many columns a line may have; from 40
 * @param coloured whether to colour by ANSI escape sequences
 * @param unicode whether other characters than ASCII may be used
 * @param module the directory of the graded module as seen from where the reader is, such as {@code exercises}; empty
 *     if that is the module itself
 * @param command what starts the command line, such as {@code ./kata}
 */
public record ConsoleStyle(int width, boolean coloured, boolean unicode, String module, String command) {

    /** Plain text of 80 columns, in Unicode, for a learner at the top of the repository. */
    public static final ConsoleStyle PLAIN = new ConsoleStyle(80, false, true, "exercises", "./kata");

    private static final int MIN_WIDTH = 40;

    /**
     * Creates a style.
     *
     * @throws IllegalArgumentException if {@code width} is less than 40
     */
    public ConsoleStyle {
        requireWidth(width);
    }

    static void requireWidth(int width) {
        if (width < MIN_WIDTH) {
            throw new IllegalArgumentException("a line has at least " + MIN_WIDTH + " columns, not " + width);
        }
    }

    /**
     * Changes the width.
     *
     * @param columns how many columns a line may have; from 40
     * @return a style like this one, of that width
     * @throws IllegalArgumentException if {@code columns} is less than 40
     */
    public ConsoleStyle withWidth(int columns) {
        return new ConsoleStyle(columns, coloured, unicode, module, command);
    }

    /**
     * Turns colours on or off.
     *
     * @param colours whether to colour by ANSI escape sequences
     * @return a style like this one, with or without colours
     */
    public ConsoleStyle withColours(boolean colours) {
        return new ConsoleStyle(width, colours, unicode, module, command);
    }

    /**
     * Allows or forbids other characters than ASCII.
     *
     * @param allowed whether they may be used
     * @return a style like this one, with or without them
     */
    public ConsoleStyle withUnicode(boolean allowed) {
        return new ConsoleStyle(width, coloured, allowed, module, command);
    }

    /**
     * Changes the directory of the graded module.
     *
     * @param directory the directory, with forward slashes; empty if the reader is in it
     * @return a style like this one, for that module
     */
    public ConsoleStyle withModule(String directory) {
        return new ConsoleStyle(width, coloured, unicode, directory, command);
    }

    /**
     * Changes what starts the command line.
     *
     * @param start such as {@code java -jar grader/target/kata.jar}
     * @return a style like this one, with that command
     */
    public ConsoleStyle withCommand(String start) {
        return new ConsoleStyle(width, coloured, unicode, module, start);
    }

    /** Finds a file of the module from where the reader is. */
    String path(String file) {
        return module.isEmpty() ? file : module + "/" + file;
    }
}
