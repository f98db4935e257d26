package twostoves.watch;

/** What the loop reacts to. */
sealed interface Event {

    /** Somebody pressed a key, or typed a line: see {@link Keys}. */
    record Typed(String text) implements Event {}

    /** Nobody will type any more: standard input has ended. */
    record NobodyTypes() implements Event {}

    /** Something was written where the learner's sources are. */
    record Saved() implements Event {}

    /** A judgement is there. The number tells which, since one that was given up may come in late. */
    record Judged(int number, Outcome outcome) implements Event {}

    /** The terminal has another size now, or shows something else than what it was told to. */
    record Redraw() implements Event {}
}
