package twostoves.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The choice of exercises")
class ChoiceTests {

    private static final List<String> KNOWN = List.of("fetch-all", "first-wins", "split-range");

    private static Choice choice(String chosen) {
        return Choice.of(Optional.of(chosen), KNOWN);
    }

    @Test
    @DisplayName("is all where nothing is chosen")
    void all() {
        assertThat(Choice.of(Optional.empty(), KNOWN)).isEqualTo(new Choice(Set.copyOf(KNOWN), Optional.empty()));
    }

    @Test
    @DisplayName("takes ids and patterns")
    void patterns() {
        assertThat(choice("fetch-all").ids()).containsExactly("fetch-all");
        assertThat(choice("f*").ids()).containsExactlyInAnyOrder("fetch-all", "first-wins");
        assertThat(choice("*wins, split-range").ids()).containsExactlyInAnyOrder("first-wins", "split-range");
    }

    @Test
    @DisplayName("is nothing where a name is unknown")
    void unknown() {
        assertThat(choice("fetch-all,nope"))
                .isEqualTo(new Choice(
                        Set.of(),
                        Optional.of("No exercise is named 'nope'. Known: fetch-all, first-wins, split-range.")));
    }

    @Test
    @DisplayName("takes nothing but the star for a pattern")
    void literally() {
        assertThat(choice("fetch.all").problem()).isPresent();
        assertThat(choice("fetch-al").problem()).isPresent();
    }
}
