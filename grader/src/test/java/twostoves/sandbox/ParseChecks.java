package twostoves.sandbox;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.contract.ParseContract;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** The checks of the exercise {@code parse}. */
@Grades(id = "parse", number = 2, track = Track.PARALLELISM, contract = ParseContract.class)
public abstract class ParseChecks {

    @Check(id = "parses", kind = Kind.VALUES, points = 10)
    @Order(1)
    @DisplayName("parses")
    public void parses(Subject<ParseContract> subject) {
        Run<String> run = subject.run(Settings.STANDARD, (parse, simulation) -> parse.parse());
        if (!run.value().orElse("").equals("parsed")) {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, "It did not parse.");
        }
    }
}
