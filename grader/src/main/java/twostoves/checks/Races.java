package twostoves.checks;

import java.util.List;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Place;
import twostoves.grading.Subject;
import twostoves.races.Finding;
import twostoves.simulation.Run;
import twostoves.weaving.SharingWatch;
import twostoves.weaving.SharingWatch.Race;

/** Tells of threads that change the same thing at the same time. */
public final class Races {

    private Races() {}

    /**
     * Demands that no two threads met in front of a write that nothing orders.
     *
     * @param races what was seen while threads were let meet
     * @throws CheckFailure for the first data race
     */
    public static void demandNone(List<Race> races) {
        races.stream().filter(Race::isDataRace).findFirst().ifPresent(race -> {
            throw failure(race, diagnosis(race, Diagnosis.DATA_RACE));
        });
    }

    /**
     * Demands that what a run threw did not come after a data race: what a spoilt collection or a lost write leads to is left
     * to chance, so the race is told and not the exception.
     *
     * @param observed the run, and what was seen while threads were let meet
     * @param ofVariable what a data race on a field or an element is called in this exercise
     * @throws CheckFailure for the first data race of a run that threw
     */
    public static void demandNoneBehindException(Subject.Observed<?> observed, Diagnosis ofVariable) {
        if (observed.run().end() == Run.End.THREW) {
            observed.races().stream().filter(Race::isDataRace).findFirst().ifPresent(race -> {
                throw failure(race, diagnosis(race, ofVariable));
            });
        }
    }

    /**
     * Names a race.
     *
     * @param race the race
     * @param ofVariable what it is called in this exercise if it is on a field or an element
     * @return that, or {@link Diagnosis#UNSAFE_COLLECTION}
     */
    public static Diagnosis diagnosis(Race race, Diagnosis ofVariable) {
        return race.sharing() == SharingWatch.Sharing.COLLECTION ? Diagnosis.UNSAFE_COLLECTION : ofVariable;
    }

    /**
     * Names what was found by watching every access.
     *
     * @param finding what was found
     * @param ofOneLine what it is called in this exercise if two threads change a variable at the same line, as those do
     *     that add up in one place
     * @return that, or what the finding is called elsewhere
     */
    public static Diagnosis diagnosis(Finding finding, Diagnosis ofOneLine) {
        return finding instanceof Finding.Race race
                        && race.kind() == Finding.Race.Kind.VARIABLE
                        && race.first().place().equals(race.second().place())
                ? ofOneLine
                : finding.diagnosis();
    }

    /**
     * Reports that two threads met.
     *
     * @param race where
     * @param diagnosis its name in this exercise
     * @return the failure, with the learner's line
     */
    public static CheckFailure failure(Race race, Diagnosis diagnosis) {
        String first = race.first().map(frame -> " at " + frame.place()).orElse("");
        String second = race.second()
                .filter(frame -> !race.first().equals(race.second()))
                .map(frame -> " and at " + frame.place())
                .orElse("");
        return CheckFailure.proven(
                        diagnosis,
                        "Two threads change the same " + race.what() + " at the same time" + first + second
                                + ", and nothing keeps them apart.")
                .at(race.first().map(Place::of));
    }
}
