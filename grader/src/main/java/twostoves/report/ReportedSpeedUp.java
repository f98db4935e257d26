package twostoves.report;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import twostoves.grading.SpeedUp;
import twostoves.grading.SpeedUp.Figures;

/**
 * What more workers gain on this machine, as reported. Either all figures are there, or the reason why none is.
 *
 * @param workers how many workers were compared with one
 * @param pairs how many pairs of runs
 * @param median how many times as fast, by the clock, in the median pair
 * @param lowest the same in the pair that gained least
 * @param highest the same in the pair that gained most
 * @param division how many times as fast it could be at the most, as the work was divided
 * @param notMeasured why there are no figures
 */
public record ReportedSpeedUp(
        OptionalInt workers,
        OptionalInt pairs,
        OptionalDouble median,
        OptionalDouble lowest,
        OptionalDouble highest,
        OptionalDouble division,
        Optional<String> notMeasured) {

    static ReportedSpeedUp of(SpeedUp speedUp) {
        return speedUp.figures()
                .map(ReportedSpeedUp::measured)
                .orElseGet(() -> notMeasured(speedUp.notMeasured().orElse("")));
    }

    private static ReportedSpeedUp measured(Figures figures) {
        return new ReportedSpeedUp(
                OptionalInt.of(figures.workers()),
                OptionalInt.of(figures.pairs()),
                OptionalDouble.of(figures.median()),
                OptionalDouble.of(figures.lowest()),
                OptionalDouble.of(figures.highest()),
                OptionalDouble.of(figures.division()),
                Optional.empty());
    }

    private static ReportedSpeedUp notMeasured(String why) {
        return new ReportedSpeedUp(
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.of(why));
    }
}
