package twostoves.classroom;

/** A number and what it counts. */
final class Plural {

    private Plural() {}

    static String of(long number, String singular) {
        return of(number, singular, singular + "s");
    }

    static String of(long number, String singular, String plural) {
        return number + " " + (number == 1 ? singular : plural);
    }
}
