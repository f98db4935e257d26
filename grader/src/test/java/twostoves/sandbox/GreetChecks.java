package twostoves.sandbox;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.contract.GreetContract;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Picture;
import twostoves.grading.Place;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.kit.Todo;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** The checks of the exercise {@code greet}. */
@Grades(id = "greet", number = 1, track = Track.CONCURRENCY, contract = GreetContract.class)
public abstract class GreetChecks {

    static final Picture PICTURE = new Picture(
            "one greeting of 3 ns",
            new Timeline(
                    List.of(new Span(
                            "/hello",
                            0,
                            Span.Activity.WAITING,
                            new ThreadIdentity(7, "", ThreadIdentity.Kind.VIRTUAL),
                            0,
                            3,
                            Span.Ending.COMPLETED)),
                    3),
            Optional.of(3L));

    @Check(id = "greets", kind = Kind.VALUES, points = 6)
    @Order(1)
    @DisplayName("says hello")
    public void greets(Subject<GreetContract> subject, Exhibit exhibit) {
        Run<String> run = subject.run(Settings.STANDARD, (greet, simulation) -> greet.greet());
        if (run.failure().filter(Todo.class::isInstance).isPresent()) {
            throw CheckFailure.proven(Diagnosis.UNSOLVED, "not begun yet");
        }
        String greeting = run.value().orElseGet(() -> "nothing: " + run.end() + ", " + run.failure());
        if (!greeting.equals("hello")) {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, "It said " + greeting + ".")
                    .at(new Place("src/main/java/twostoves/concurrency/Greet.java", 5))
                    .showing(PICTURE);
        }
        exhibit.show(PICTURE);
    }

    @Check(id = "greets-again", kind = Kind.EDGES, points = 4, needs = "greets")
    @Order(2)
    @DisplayName("says it again")
    public void greetsAgain(Subject<GreetContract> subject) {}
}
