package twostoves.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;
import twostoves.evidence.Timeline;

@DisplayName("A picture")
class PictureTests {

    private static final Timeline RUN = new Timeline(List.of(), 9);
    private static final Plan THREE_LONG = Plan.together(List.of(new Plan.Task("a", Span.Activity.WAITING, 3)));

    @Test
    @DisplayName("shows a plan that takes no longer than is expected")
    void inTime() {
        assertThat(new Picture("", RUN, Optional.of(3L)).beside(THREE_LONG).plan())
                .contains(THREE_LONG);
        assertThat(new Picture("", RUN, Optional.of(4L)).beside(THREE_LONG).plan())
                .contains(THREE_LONG);
    }

    @Test
    @DisplayName("shows nobody a plan that would fail, nor one where the time is not the point")
    void tooLong() {
        assertThat(new Picture("", RUN, Optional.of(2L)).beside(THREE_LONG).plan())
                .isEmpty();
        assertThat(new Picture("", RUN, Optional.empty()).beside(THREE_LONG).plan())
                .isEmpty();
        assertThat(new Picture("", RUN, Optional.of(3L)).plan()).isEmpty();
    }
}
