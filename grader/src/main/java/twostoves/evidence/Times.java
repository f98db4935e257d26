package twostoves.evidence;

import java.math.BigDecimal;

/** Prints virtual times for people. */
public final class Times {

    private static final int NANOS_PER_MILLI_DIGITS = 6;
    private static final int NANOS_PER_SECOND_DIGITS = 9;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private Times() {}

    /**
     * Prints a virtual time in seconds or, below one second, in milliseconds.
     *
     * <p>Nothing is rounded: two times that differ never print alike, since a verdict may rest on the difference.
     *
     * @param virtualNanos a time in virtual nanoseconds
     * @return for example {@code 3 s}, {@code 1.5 s}, {@code 250 ms} or {@code 0 s}
     */
    public static String ofNanos(long virtualNanos) {
        boolean millis = virtualNanos != 0 && virtualNanos < NANOS_PER_SECOND && virtualNanos > -NANOS_PER_SECOND;
        BigDecimal value = BigDecimal.valueOf(virtualNanos)
                .movePointLeft(millis ? NANOS_PER_MILLI_DIGITS : NANOS_PER_SECOND_DIGITS);
        return value.stripTrailingZeros().toPlainString() + (millis ? " ms" : " s");
    }
}
