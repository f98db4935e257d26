package twostoves.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Writes a report as Classroom 50 reads it from an autograder, {@code classroom50/result/v1}.
 *
 * <p>Whose work it is stands in the environment in which Classroom 50 starts the autograder. Outside of it stand-ins are
 * written, which Classroom 50 would refuse: such a result is for looking at.
 *
 * @see <a href="https://github.com/foundation50/classroom50/blob/main/schemas/result-v1.schema.json">Its schema</a>
 */
final class Classroom50Result {

    private static final String SCHEMA = "classroom50/result/v1";
    private static final String UNKNOWN = "unknown";
    private static final int LONGEST = 2_000;

    private Classroom50Result() {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Result(
            String schema,
            String classroom,
            String assignment,
            String assignmentType,
            String owner,
            String submission,
            String commit,
            String release,
            String review,
            String datetime,
            int score,
            @JsonProperty("max-score") int maxScore,
            List<Test> tests) {}

    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    private record Test(String testName, boolean passed, int score, int maxScore, String message) {}

    /** Writes a report, with the identity that the environment of this process tells. */
    static String ofThisRun(Report report) {
        return of(report, System.getenv());
    }

    static String of(Report report, Map<String, String> environment) {
        return PlatformJson.of(new Result(
                SCHEMA,
                environment.getOrDefault("CLASSROOM", UNKNOWN),
                environment.getOrDefault("ASSIGNMENT", UNKNOWN),
                environment.getOrDefault("ASSIGNMENT_TYPE", "individual"),
                environment.getOrDefault("OWNER", UNKNOWN),
                environment.getOrDefault("SUBMISSION_TAG", "submit/" + UNKNOWN),
                environment.getOrDefault("COMMIT_URL", UNKNOWN),
                environment.getOrDefault("RELEASE_URL", UNKNOWN),
                environment.getOrDefault("REVIEW_URL", UNKNOWN),
                report.startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                report.score(),
                report.maxScore(),
                Verdict.of(report).stream().map(Classroom50Result::test).toList()));
    }

    private static Test test(Verdict verdict) {
        return new Test(
                verdict.title(),
                verdict.passed(),
                verdict.check().points(),
                verdict.check().maxPoints(),
                verdict.explanation(LONGEST));
    }
}
