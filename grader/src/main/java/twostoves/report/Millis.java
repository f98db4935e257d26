package twostoves.report;

import java.math.BigDecimal;

/** Virtual times as the report writes them: in milliseconds, to the last nanosecond. */
final class Millis {

    private static final int NANO_DIGITS = 6;

    /** Before the point: 9223372036854 ms and some are the most that a long holds in nanoseconds. */
    private static final int MOST_DIGITS = 13;

    private Millis() {}

    static BigDecimal ofNanos(long nanos) {
        return normalized(BigDecimal.valueOf(nanos, NANO_DIGITS));
    }

    static long toNanos(BigDecimal millis) {
        return millis.movePointRight(NANO_DIGITS).longValueExact();
    }

    /** Makes equal numbers equal objects, and whole ones print without a fraction or an exponent. */
    static BigDecimal normalized(BigDecimal millis) {
        BigDecimal stripped = millis.stripTrailingZeros();
        if (stripped.scale() > NANO_DIGITS || stripped.precision() - stripped.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("not a time in nanoseconds: " + millis + " ms");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
