package twostoves.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import twostoves.checks.concurrency.FetchAllChecks;
import twostoves.checks.parallelism.SplitRangeChecks;

@DisplayName("The filter of exercises")
class ExerciseFilterTests {

    static class FetchAllOfLearner extends FetchAllChecks {}

    static class SplitRangeOfLearner extends SplitRangeChecks {}

    static class NoExercise {
        @Test
        void passes() {}
    }

    private static Set<String> classesLeft(Optional<String> chosen) {
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addPostDiscoveryFilters(new ExerciseFilter(chosen))
                .build();
        TestPlan plan = LauncherFactory.create(config)
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(
                                DiscoverySelectors.selectClass(FetchAllOfLearner.class),
                                DiscoverySelectors.selectClass(SplitRangeOfLearner.class),
                                DiscoverySelectors.selectClass(NoExercise.class))
                        .build());
        return plan.getRoots().stream()
                .flatMap(engine -> plan.getChildren(engine).stream())
                .map(type -> type.getLegacyReportingName().replaceAll(".*\\$", ""))
                .collect(Collectors.toSet());
    }

    @Test
    @DisplayName("lets everything through where nothing is chosen")
    void nothingChosen() {
        assertThat(classesLeft(Optional.empty()))
                .containsExactlyInAnyOrder("FetchAllOfLearner", "SplitRangeOfLearner", "NoExercise");
    }

    @Test
    @DisplayName("lets through what was chosen, and whatever is not an exercise")
    void chosen() {
        assertThat(classesLeft(Optional.of("fetch*"))).containsExactlyInAnyOrder("FetchAllOfLearner", "NoExercise");
    }

    @Test
    @DisplayName("lets no exercise through where one that was chosen does not exist")
    void unknown() {
        assertThat(classesLeft(Optional.of("fetch-all,nope"))).containsExactly("NoExercise");
    }
}
