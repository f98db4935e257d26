package twostoves.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The scale of a drawing of any width: times become parts of the whole.
 *
 * @param total the virtual nanoseconds from the left edge to the right one; positive
 */
record TimeScale(long total) {

    private static final int MOST_STEPS = 9;
    private static final int MOST_STEPS_OF_LONG_LABELS = 5;
    private static final int DIGITS = 3;
    private static final int LONG_LABEL = 2;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int[] MANTISSAS = {1, 2, 5};

    /**
     * A round time.
     *
     * @param at where it is, in virtual nanoseconds
     * @param label the number, and with the last of them the unit
     */
    record Tick(long at, String label) {}

    /** Where a time is, in percent of the width. */
    String percent(long nanos) {
        return number(100.0 * nanos / total) + "%";
    }

    /** The same in thousandths of the width. */
    String thousandths(long nanos) {
        return number(1000.0 * nanos / total);
    }

    double part(long nanos) {
        return (double) nanos / total;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(Math.round(value * 1_000), DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Round times, few enough to be written side by side on a phone. */
    List<Tick> ticks() {
        for (long power = 1; ; power *= 10) {
            for (int mantissa : MANTISSAS) {
                long step = power * mantissa;
                long last = total / step;
                boolean isShort =
                        label(last * step).length() <= LONG_LABEL && label(step).length() <= LONG_LABEL;
                if (last <= (isShort ? MOST_STEPS : MOST_STEPS_OF_LONG_LABELS)) {
                    return ticks(step, (int) last);
                }
            }
        }
    }

    private List<Tick> ticks(long step, int last) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            String unit = i < last ? "" : inSeconds() ? " s" : " ms";
            ticks.add(new Tick(i * step, label(i * step) + unit));
        }
        return ticks;
    }

    private boolean inSeconds() {
        return total >= NANOS_PER_SECOND;
    }

    private String label(long nanos) {
        return BigDecimal.valueOf(nanos, inSeconds() ? 9 : 6)
                .stripTrailingZeros()
                .toPlainString();
    }
}
