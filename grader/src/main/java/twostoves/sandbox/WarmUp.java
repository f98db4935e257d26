package twostoves.sandbox;

/** Loads what every run needs while the compiler is still at work. */
final class WarmUp {

    private WarmUp() {}

    static void run() {}
}
