package twostoves.classroom;

/** Text that comes from submissions, made fit to be shown in one line: nothing that steers a terminal or a table. */
final class Shown {

    private Shown() {}

    static String inOneLine(String text) {
        return text.replaceAll("\\R", " ").replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "\uFFFD");
    }
}
