package twostoves.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twostoves.contract.FetchAllContract;

@DisplayName("The loader of a learner's classes")
class LearnerLoaderTests {

    private final ClassLoader loader = LearnerLoader.ofRewritten(name -> Optional.empty());

    @ParameterizedTest
    @DisplayName("does not find what only the grader has to do with")
    @ValueSource(
            strings = {
                "twostoves.grading.Gradebook",
                "twostoves.checks.Curriculum",
                "twostoves.sandbox.Worker",
                "twostoves.report.Report",
                "twostoves.rules.Rulebook",
                "twostoves.simulation.Simulation",
                "twostoves.evidence.Timeline",
                "twostoves.races.Exploration",
                "twostoves.weaving.Hooks"
            })
    void hides(String name) {
        assertThatThrownBy(() -> loader.loadClass(name))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessage(name + " is the grader's own");
    }

    @Test
    @DisplayName("finds the contract, and it is the one that the grader knows")
    void findsContracts() throws ClassNotFoundException {
        assertThat(loader.loadClass("twostoves.contract.FetchAllContract")).isSameAs(FetchAllContract.class);
    }

    @Test
    @DisplayName("says of a class of the learner's that it is not there, not that it is the grader's")
    void missing() {
        assertThatThrownBy(() -> loader.loadClass("twostoves.concurrency.Helper"))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessage("twostoves.concurrency.Helper");
    }
}
