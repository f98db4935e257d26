package twostoves.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** To repeat them idle and on a busy machine: {@code grader/catalogue}. */
@DisplayName("The concurrent programs of the catalogue")
class CatalogueTests {

    private static final long SEED = 1;

    static List<Catalogue.Entry> entries() {
        return Catalogue.entries();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    @DisplayName("get the verdict that their package says")
    void verdict(Catalogue.Entry entry) {
        Catalogue.Verdict verdict = entry.verdict(SEED);

        assertThat(verdict.family())
                .as("%s: %s", entry.name(), verdict.message())
                .isEqualTo(entry.expected());
    }

    @Test
    @DisplayName("are at least 60 right ones and 40 wrong ones")
    void many() {
        assertThat(entries())
                .filteredOn(entry -> entry.expected().equals("right"))
                .hasSizeGreaterThan(60);
        assertThat(entries())
                .filteredOn(entry -> !entry.expected().equals("right"))
                .hasSizeGreaterThan(40);
    }
}
