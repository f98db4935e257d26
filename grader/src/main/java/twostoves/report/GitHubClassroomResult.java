package twostoves.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Writes a report as the graders of GitHub Classroom did, whose {@code autograding-grading-reporter} still runs in every
 * workflow: JSON in base64, to be the output {@code result} of a step.
 *
 * <p>The reporter adds up {@code score} over the tests and wants a number there in each, wants at least one test, and
 * prints names and messages as they are. It gets the text in an environment variable, of which Linux takes 128 KiB.
 *
 * @see <a href="https://github.com/classroom-resources/autograding-grading-reporter">The reporter</a>
 */
final class GitHubClassroomResult {

    private static final int VERSION = 1;

    /** So that the text in base64, a third longer, stays well below 128 KiB. */
    private static final int MOST_BYTES = 80_000;

    private static final int LONGEST = 1_600;

    private GitHubClassroomResult() {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Result(int version, String status, int maxScore, List<Test> tests) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Test(
            String name,
            String status,
            int score,
            int maxScore,
            String message,
            String testCode,
            String filename,
            int lineNo,
            int duration) {}

    static String of(Report report) {
        // the shorter the messages, the more of them fit
        byte[] json = IntStream.iterate(LONGEST, length -> length >= 0, length -> length == 0 ? -1 : length / 2)
                .mapToObj(length -> json(report, length))
                .filter(bytes -> bytes.length <= MOST_BYTES)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("more checks than the environment has room for"));
        return Base64.getEncoder().encodeToString(json);
    }

    private static byte[] json(Report report, int longestMessage) {
        List<Verdict> verdicts = Verdict.of(report);
        List<Test> tests =
                verdicts.stream().map(verdict -> test(verdict, longestMessage)).toList();
        return PlatformJson.compact(new Result(VERSION, status(verdicts), report.maxScore(), tests))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Any other than "pass" makes the reporter's step fail. */
    private static String status(List<Verdict> verdicts) {
        return verdicts.stream().allMatch(Verdict::passed) ? "pass" : "fail";
    }

    private static Test test(Verdict verdict, int longestMessage) {
        String message = longestMessage == 0
                ? ""
                : Excerpt.cut(forLog(verdict.explanation(longestMessage)), longestMessage + 200);
        return new Test(
                verdict.title(),
                verdict.passed() ? "pass" : "fail",
                verdict.check().points(),
                verdict.check().maxPoints(),
                message,
                "",
                "",
                0,
                0);
    }

    /** No line of it may begin like a workflow command, and the older form of these none may hold at all. */
    private static String forLog(String text) {
        return text.replace("##[", "## [").replace("\n", "\n| ");
    }
}
