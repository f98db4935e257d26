package twostoves.report;

/** Cuts texts that a submission can make as long as it likes. */
final class Excerpt {

    private static final int NAME_LENGTH = 100;
    private static final int MESSAGE_LENGTH = 4_000;

    private Excerpt() {}

    static String ofName(String name) {
        return cut(name, NAME_LENGTH);
    }

    static String ofMessage(String message) {
        return cut(message, MESSAGE_LENGTH);
    }

    /** Cuts a text to a number of UTF-16 units, never in the middle of a character. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
