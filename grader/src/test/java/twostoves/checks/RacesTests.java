package twostoves.checks;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;
import twostoves.simulation.Settings;
import twostoves.simulation.Simulation;
import twostoves.weaving.SharingWatch.Race;
import twostoves.weaving.SharingWatch.Sharing;

@DisplayName("What comes of a data race")
class RacesTests {

    private static final Callable<Integer> SPOILT = () -> {
        throw new ArrayIndexOutOfBoundsException("Index 1 out of bounds for length 0");
    };

    private static Subject.Observed<Integer> observe(Callable<Integer> call, Sharing... races) {
        return new Subject.Observed<>(
                new Simulation(Settings.STANDARD).run(call::call),
                List.of(races).stream()
                        .map(sharing -> new Race("ArrayList", sharing, Optional.empty(), Optional.empty()))
                        .toList(),
                0,
                0,
                0,
                0,
                0,
                0,
                0);
    }

    private static void demand(Subject.Observed<?> observed) {
        Races.demandNoneBehindException(observed, Diagnosis.SHARED_ACCUMULATOR);
    }

    @Test
    @DisplayName("is told as the race and not as the exception")
    void raceFirst() {
        assertThatExceptionOfType(CheckFailure.class)
                .isThrownBy(() -> demand(observe(SPOILT, Sharing.VOLATILE, Sharing.COLLECTION)))
                .withMessage("Two threads change the same ArrayList at the same time, and nothing keeps them apart.")
                .extracting(CheckFailure::diagnosis)
                .isEqualTo(Diagnosis.UNSAFE_COLLECTION);
        assertThatExceptionOfType(CheckFailure.class)
                .isThrownBy(() -> demand(observe(SPOILT, Sharing.PLAIN)))
                .extracting(CheckFailure::diagnosis)
                .isEqualTo(Diagnosis.SHARED_ACCUMULATOR);
    }

    @Test
    @DisplayName("is not what comes without one, or without an exception")
    void noRace() {
        assertThatNoException().isThrownBy(() -> demand(observe(SPOILT)));
        assertThatNoException().isThrownBy(() -> demand(observe(SPOILT, Sharing.VOLATILE)));
        assertThatNoException().isThrownBy(() -> demand(observe(() -> 1, Sharing.COLLECTION)));
    }
}
