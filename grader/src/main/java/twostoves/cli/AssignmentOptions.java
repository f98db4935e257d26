package twostoves.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import twostoves.classroom.Assignment;
import twostoves.report.Weights;

/** Which exercises are graded. */
final class AssignmentOptions {

    @Option(names = "--only", paramLabel = "ID", split = ",", description = "Grade these exercises; otherwise all.")
    private List<String> only = new ArrayList<>();

    /**
     * Finds the exercises.
     *
     * @throws WrongUseException if one is unknown
     */
    Assignment assignment() {
        return new Assignment(Assignment.TITLE, Exercises.named(only), Weights.EQUAL);
    }
}
