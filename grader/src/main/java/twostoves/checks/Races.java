package twostoves.checks;

import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Place;
import twostoves.weaving.SharingWatch.Race;

/** Tells of threads that change the same thing at the same time. */
public final class Races {

    private Races() {}

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
