package twostoves.kit;

/**
 * The whole numbers from {@code from} (included) to {@code to} (excluded).
 *
 * @param from the first number
 * @param to one past the last number; not less than {@code from}
 */
public record Range(long from, long to) {

    /**
     * Creates a range.
     *
     * @throws IllegalArgumentException if {@code to < from}
     */
    public Range {
        if (to < from) {
            throw new IllegalArgumentException("a range ends before it starts: [" + from + ", " + to + ")");
        }
    }

    /**
     * Counts the numbers in this range.
     *
     * @return {@code to - from}, not negative
     * @throws ArithmeticException if the count exceeds {@link Long#MAX_VALUE}, as it does for {@code [-1, Long.MAX_VALUE)}
     */
    public long size() {
        return Math.subtractExact(to, from);
    }

    /**
     * Tells whether there is no number in this range.
     *
     * @return whether {@code from == to}
     */
    public boolean isEmpty() {
        return from == to;
    }

    @Override
    public String toString() {
        return "[" + from + ", " + to + ")";
    }
}
