package twostoves.checks.choosing;

import java.util.concurrent.atomic.AtomicReference;

/**
 * A question that is the same for every submission. No submission has a part in what the approaches come to, so they are run
 * once in a process.
 */
final class KnownQuestion {

    private final Question question;

    /** Empty until it is asked for. */
    private final AtomicReference<Comparison> comparison = new AtomicReference<>();

    KnownQuestion(Question question) {
        this.question = question;
    }

    Question question() {
        return question;
    }

    /** What the four approaches come to. */
    Comparison comparison() {
        return comparison.updateAndGet(known -> known == null ? Comparison.of(question) : known);
    }
}
