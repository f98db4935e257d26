package twostoves.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.evidence.Plan.Piece;
import twostoves.evidence.Plan.Task;

@DisplayName("A plan")
class PlanTests {

    private static final List<Task> REQUESTS = List.of(waiting("a", 4), waiting("b", 2), waiting("c", 1));

    private static Task waiting(String label, long length) {
        return new Task(label, Span.Activity.WAITING, length);
    }

    private static Piece piece(String label, int lane, long start, long end) {
        return new Piece(label, Span.Activity.WAITING, lane, start, end);
    }

    private static Span span(String label, long item, long thread, long start, long end) {
        return new Span(
                label,
                item,
                Span.Activity.WAITING,
                new ThreadIdentity(thread, "", ThreadIdentity.Kind.VIRTUAL),
                start,
                end,
                Span.Ending.COMPLETED);
    }

    @Test
    @DisplayName("may begin everything at once, each in a lane of its own")
    void together() {
        Plan plan = Plan.together(REQUESTS);

        assertThat(plan.pieces()).containsExactly(piece("a", 1, 0, 4), piece("b", 2, 0, 2), piece("c", 3, 0, 1));
        assertThat(plan.makespan()).isEqualTo(4);
    }

    @Test
    @DisplayName("may have a limit, and then begins each task in the order of the list as soon as a place is free")
    void inFlight() {
        Plan plan = Plan.inFlight(
                List.of(waiting("a", 4), waiting("b", 2), waiting("c", 1), waiting("d", 3), waiting("e", 1)), 2);

        assertThat(plan.pieces())
                .containsExactly(
                        piece("a", 1, 0, 4),
                        piece("b", 2, 0, 2),
                        piece("c", 2, 2, 3),
                        piece("d", 2, 3, 6),
                        piece("e", 1, 4, 5));
        assertThat(plan.makespan()).isEqualTo(6);
    }

    @Test
    @DisplayName("may give each worker a share of neighbours, none larger than another by more than one")
    void shares() {
        List<Task> tasks = IntStream.range(0, 5)
                .mapToObj(i -> waiting(String.valueOf(i), 10))
                .toList();

        assertThat(Plan.shares(tasks, 2).pieces())
                .containsExactly(
                        piece("0", 1, 0, 10),
                        piece("1", 1, 10, 20),
                        piece("2", 2, 0, 10),
                        piece("3", 2, 10, 20),
                        piece("4", 2, 20, 30));
        assertThat(Plan.shares(tasks, 8).makespan()).isEqualTo(10);
        assertThat(Plan.shares(List.of(), 3).makespan()).isZero();
    }

    @Test
    @DisplayName("may be called off at an instant")
    void cutAt() {
        Plan plan = Plan.inFlight(REQUESTS, 1).cutAt(5);

        assertThat(plan.pieces()).containsExactly(piece("a", 1, 0, 4), piece("b", 1, 4, 5));
        assertThat(plan.makespan()).isEqualTo(5);
    }

    @Test
    @DisplayName("may be done a number of times, each time when all of the time before is done")
    void repeated() {
        Plan plan = Plan.together(List.of(waiting("a", 4), waiting("b", 2))).repeated(2);

        assertThat(plan.pieces())
                .containsExactly(piece("a", 1, 0, 4), piece("b", 2, 0, 2), piece("a", 1, 4, 8), piece("b", 2, 4, 6));
        assertThat(plan.makespan()).isEqualTo(8);
    }

    @Test
    @DisplayName("may be a run, with a lane for each thread")
    void ofRun() {
        Timeline run = new Timeline(List.of(span("a", 0, 7, 0, 4), span("b", 1, 9, 0, 2), span("c", 2, 9, 2, 3)), 4);

        assertThat(Plan.of(run).pieces())
                .containsExactly(piece("a", 1, 0, 4), piece("b", 2, 0, 2), piece("c", 2, 2, 3));
    }

    @Test
    @DisplayName("of nothing takes no time")
    void nothing() {
        assertThat(Plan.together(List.of()).makespan()).isZero();
    }
}
