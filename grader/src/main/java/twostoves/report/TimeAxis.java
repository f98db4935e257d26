package twostoves.report;

import java.math.BigDecimal;

/**
 * The scale of a drawing: a whole number of columns from one round time to the next, so that bars of round length are
 * exact.
 */
final class TimeAxis {

    private static final int MAX_STEPS = 10;
    private static final int GAP = 2;
    private static final int[] MANTISSAS = {1, 2, 5};
    private static final long LARGEST_POWER = 1_000_000_000_000_000_000L;

    private final long step;
    private final int steps;
    private final int columnsPerStep;
    private final int columns;
    private final Unit unit;

    private enum Unit {
        SECONDS(9, "s"),
        MILLIS(6, "ms");

        private final int nanoDigits;
        private final String symbol;

        Unit(int nanoDigits, String symbol) {
            this.nanoDigits = nanoDigits;
            this.symbol = symbol;
        }

        private String number(long nanos) {
            return BigDecimal.valueOf(nanos, nanoDigits).stripTrailingZeros().toPlainString();
        }
    }

    private TimeAxis(long step, int steps, int columnsPerStep, int columns, Unit unit) {
        this.step = step;
        this.steps = steps;
        this.columnsPerStep = columnsPerStep;
        this.columns = columns;
        this.unit = unit;
    }

    /** Finds the finest scale on which a time fits into a number of columns, labels included. */
    static TimeAxis of(long totalNanos, int columns) {
        Unit unit = totalNanos >= 1_000_000_000 ? Unit.SECONDS : Unit.MILLIS;
        for (long power = 1; power < LARGEST_POWER; power *= 10) {
            for (int mantissa : MANTISSAS) {
                TimeAxis axis = of(totalNanos, columns, power * mantissa, unit);
                if (axis.isReadable()) {
                    return axis;
                }
            }
        }
        // times of many years, or of no width: bars to scale, but no room for labels
        return new TimeAxis(Math.max(1, totalNanos), 1, columns, columns, unit);
    }

    private static TimeAxis of(long totalNanos, int columns, long step, Unit unit) {
        long steps = Math.max(1, Math.ceilDiv(totalNanos, step));
        if (steps > MAX_STEPS) {
            return new TimeAxis(step, MAX_STEPS, 0, columns, unit);
        }
        TimeAxis widest = new TimeAxis(step, (int) steps, columns, columns, unit);
        return new TimeAxis(step, (int) steps, (columns - widest.lastLabelWidth()) / (int) steps, columns, unit);
    }

    private boolean isReadable() {
        if (steps * columnsPerStep + lastLabelWidth() > columns) {
            return false;
        }
        for (int i = 0; i < steps; i++) {
            if (unit.number(i * step).length() + GAP > columnsPerStep) {
                return false;
            }
        }
        return true;
    }

    private int lastLabelWidth() {
        return unit.number(steps * step).length() + 1 + unit.symbol.length();
    }

    int column(long nanos) {
        return (int) Math.round((double) nanos / step * columnsPerStep);
    }

    /** Prints the round times above their columns; gives nothing where there is no room. */
    String labels() {
        if (!isReadable()) {
            return "";
        }
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i <= steps; i++) {
            labels.repeat(' ', i * columnsPerStep - labels.length()).append(unit.number(i * step));
        }
        return labels.append(' ').append(unit.symbol).toString();
    }
}
