package twostoves.sandbox;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import twostoves.grading.CheckResult;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Gradebook;
import twostoves.grading.Workbench;

/** Runs the checks of one exercise through JUnit, in this process. */
public final class CheckRun {

    private static final String JUPITER = "junit-jupiter";

    /** Nothing that happens to be on the class path takes part: only what the checks ask for themselves. */
    private static final LauncherConfig CONFIG = LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();

    private CheckRun() {}

    /**
     * Runs checks.
     *
     * @param checks the abstract class of checks
     * @param bench what they judge
     * @param book a new gradebook
     * @return the result they entered in it; an error if they entered none, or if anything around them failed
     */
    public static ExerciseResult of(Class<?> checks, Workbench bench, Gradebook book) {
        FirstFault fault = new FirstFault();
        try (LauncherSession session = LauncherFactory.openSession(CONFIG)) {
            SessionStore.fill(session, bench, book);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .enableImplicitConfigurationParameters(false)
                    .filters(EngineFilter.includeEngines(JUPITER))
                    .selectors(DiscoverySelectors.selectClass(ConcreteChecks.of(checks)))
                    .build();
            session.getLauncher().execute(request, fault);
        } catch (IllegalAccessException | RuntimeException e) {
            fault.note(e);
        }
        return book.results().stream()
                .filter(result -> fault.seen.isEmpty())
                .findFirst()
                .orElseGet(() -> error(
                        Exercise.of(checks), fault.seen.map(Throwable::toString).orElse("the checks left no result")));
    }

    /** A fault of the grader costs the learner nothing. */
    static ExerciseResult error(Exercise exercise, String fault) {
        List<CheckResult> checks = exercise.checks().stream()
                .map(check -> CheckResult.error(check, new IllegalStateException(fault)))
                .toList();
        String message = "The grader failed here, which costs you nothing: " + fault;
        return new ExerciseResult(
                exercise,
                ExerciseResult.Status.ERROR,
                checks,
                Optional.empty(),
                message,
                Optional.empty(),
                Optional.empty());
    }

    /** What failed around the checks; the checks' own failures are in the gradebook. */
    private static final class FirstFault implements TestExecutionListener {

        private Optional<Throwable> seen = Optional.empty();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isContainer()) {
                result.getThrowable().ifPresent(this::note);
            }
        }

        private void note(Throwable fault) {
            seen = seen.or(() -> Optional.of(fault));
        }
    }
}
