package twostoves.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.contract.WarmUpContract;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Picture;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedApi;

/** The exercise of the {@link WarmUp}: one request, on a thread of its own. */
@Grades(id = "warm-up", number = 0, track = Track.CONCURRENCY, contract = WarmUpContract.class)
abstract class WarmUpChecks {

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps the rules")
    void keepsTheRules(Subject<WarmUpContract> subject) {
        new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING).check(subject);
    }

    @Check(id = "fetches", kind = Kind.TIME, points = 1, needs = "keeps-the-rules")
    @Order(2)
    @DisplayName("fetches one path")
    void fetches(Subject<WarmUpContract> subject, Exhibit exhibit) {
        Map<String, SimulatedApi.Reply> replies = Map.of("/", SimulatedApi.Reply.of(Duration.ofSeconds(1), "hello"));
        Settings settings = Settings.STANDARD.lookingAround().findingLeftovers();
        Run<String> run = subject.run(settings, (warmUp, simulation) -> {
            SimulatedApi api = new SimulatedApi(simulation, replies);
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                return executor.submit(() -> warmUp.call(api)).get();
            }
        });
        exhibit.show(new Picture(
                "1 request of 1 s", run.timeline(), Optional.of(run.timeline().makespan())));
        if (!run.value().equals(Optional.of("hello"))) {
            throw CheckFailure.proven(Diagnosis.UNNAMED_FAILURE, "The warm-up ended with " + run.end() + ".");
        }
    }
}
