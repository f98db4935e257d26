package twostoves.grading;

import java.util.Optional;

/**
 * What more workers gained on the real processors of this machine: advice, never a mark.
 *
 * @param figures what was measured; empty if nothing could be
 * @param notMeasured why nothing could be measured; empty if something was
 */
public record SpeedUp(Optional<Figures> figures, Optional<String> notMeasured) {

    /**
     * What several pairs of runs have shown: the same work with one worker, and with more.
     *
     * @param workers how many workers were compared with one; at least 2
     * @param pairs how many pairs of runs; odd
     * @param median how many times as fast the run with more workers was, by the clock, in the median pair
     * @param lowest the same in the pair that gained least
     * @param highest the same in the pair that gained most
     * @param division how many times as fast it could be at the most, as the work was divided: the processor time of all
     *     threads over that of the busiest, in the median pair
     */
    public record Figures(int workers, int pairs, double median, double lowest, double highest, double division) {}

    static SpeedUp of(Figures figures) {
        return new SpeedUp(Optional.of(figures), Optional.empty());
    }

    static SpeedUp notMeasured(String why) {
        return new SpeedUp(Optional.empty(), Optional.of(why));
    }
}
