package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Picture;

@DisplayName("A report in HTML")
class HtmlReportTests {

    private static final Plan TOGETHER = Plan.together(List.of(
            new Plan.Task("/api/users", Span.Activity.WAITING, 3 * Fixtures.SECOND),
            new Plan.Task("/api/posts", Span.Activity.WAITING, 3 * Fixtures.SECOND),
            new Plan.Task("/api/comments", Span.Activity.WAITING, 3 * Fixtures.SECOND)));

    private static final String EVIL =
            "</title></style><script>alert('x')</script><img src=x onerror=\"alert(1)\">\u001b[31m"
                    + "\u202egnihtemos & \ud800 \u0000";

    private static Report failing(Picture picture) {
        return failing("Too slow.", picture);
    }

    private static Report failing(String message, Picture picture) {
        return Fixtures.report(Fixtures.with(
                Fixtures.FETCH_ALL,
                List.of(new CheckResult(
                        Fixtures.FETCH_ALL.checks().get(1),
                        CheckResult.Status.FAILED,
                        0,
                        message,
                        Optional.of(Diagnosis.SEQUENTIAL),
                        Optional.empty(),
                        Optional.of(picture)))));
    }

    /** Reads a page as strictly as XML has to be read: nothing may be left open, nothing unescaped. */
    private static Document parsed(String html) throws Exception {
        String markup = html.replaceFirst("(?s)<style>.*?</style>", "<style></style>")
                .replaceFirst("(?s)<script>.*?</script>\n</body>", "<script></script>\n</body>");
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)));
    }

    private static List<String> texts(Document page, String path) throws XPathExpressionException {
        NodeList nodes =
                (NodeList) XPathFactory.newDefaultInstance().newXPath().evaluate(path, page, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent().strip())
                .toList();
    }

    private static List<String> texts(Report report, String path) throws Exception {
        return texts(parsed(HtmlReport.toHtml(report)), path);
    }

    // ---- what it says
    // ------------------------------------------------------------------------------------------------

    @Test
    @DisplayName("begins with the board")
    void board() throws Exception {
        Document page = parsed(HtmlReport.toHtml(Fixtures.report(
                Fixtures.submitThenWait(),
                Fixtures.solved(Fixtures.SPLIT_RANGE),
                Fixtures.unsolved(Fixtures.SUM_OF_SQUARES))));

        assertThat(texts(page, "//h1")).containsExactly("exercises");
        assertThat(texts(page, "//p[@class='score']")).containsExactly("1 of 3 exercises solved · 17 of 30 points");
        assertThat(texts(page, "//nav//caption")).containsExactly("One stove: concurrency", "Two stoves: parallelism");
        assertThat(texts(page, "//nav//tbody//a/@href"))
                .containsExactly("#fetch-all", "#split-range", "#sum-of-squares");
        assertThat(texts(page, "//nav//td[contains(@class, 'remark')]"))
                .containsExactly("submit-then-wait", "solved", "not begun");
        assertThat(texts(page, "//article/@id")).containsExactly("fetch-all", "split-range", "sum-of-squares");
    }

    @Test
    @DisplayName("tells of a failed check its diagnosis, message, line, code, advice and hints")
    void verdict() throws Exception {
        Report report = new Report(
                Report.SCHEMA,
                "exercises",
                Fixtures.SESSION.startedAt(),
                842,
                "25.0.3",
                4,
                4711,
                "1",
                6,
                10,
                List.of(withSource(ReportedExercise.of(Fixtures.submitThenWait()))),
                List.of());
        Document page = parsed(HtmlReport.toHtml(report));

        assertThat(texts(page, "//article//p[@class='diagnosis']")).containsExactly("submit-then-wait");
        assertThat(texts(page, "//article//h3"))
                .containsExactly("Each task starts only after the one before it has returned.");
        assertThat(texts(page, "//p[@class='message']"))
                .containsExactly("Request 2 starts only after request 1 has returned:"
                        + " 3 requests of 3\u00a0s take 9\u00a0s.");
        assertThat(texts(page, "//p[@class='place']"))
                .containsExactly("src/main/java/twostoves/concurrency/FetchAll.java:21");
        assertThat(texts(page, "//ol[@class='source']/li/@value")).containsExactly("20", "21");
        assertThat(texts(page, "//ol[@class='source']//mark")).containsExactly("submit(…).get();");
        assertThat(texts(page, "//article//h4")).containsExactly("Why it matters", "What to do");
        assertThat(texts(page, "//article//details/summary"))
                .contains("The same as a table", "Hint 1: What is your thread doing meanwhile?", "All 4 checks");
        assertThat(texts(page, "//ol[@class='checks']/li/p"))
                .containsExactly(
                        "✓returns the right answers values · 4/4 · passed",
                        "✗has everything in flight together time · 0/3 · failed",
                        "✓leaves nothing running threads · 2/2 · passed",
                        "✓does not lose an interrupt edges · 1/1 · passed");
    }

    private static ReportedExercise withSource(ReportedExercise exercise) {
        List<ReportedCheck> checks = exercise.checks().stream()
                .map(check -> new ReportedCheck(
                        check.id(),
                        check.title(),
                        check.kind(),
                        check.status(),
                        check.points(),
                        check.maxPoints(),
                        check.message(),
                        check.diagnosis(),
                        check.file(),
                        check.line(),
                        check.line().isPresent()
                                ? Optional.of(new ReportedSource(20, List.of("for (…) {", "submit(…).get();")))
                                : Optional.empty(),
                        check.timeline()))
                .toList();
        return new ReportedExercise(
                exercise.id(),
                exercise.number(),
                exercise.track(),
                exercise.title(),
                exercise.status(),
                exercise.score(),
                exercise.maxScore(),
                exercise.diagnosis(),
                exercise.message(),
                exercise.file(),
                exercise.line(),
                exercise.source(),
                checks,
                exercise.speedUp());
    }

    @Test
    @DisplayName("says where to begin, what does not compile, and what the grader has failed in")
    void otherStates() throws Exception {
        ExerciseResult broken = ExerciseResult.whole(
                Fixtures.FETCH_ALL,
                ExerciseResult.Status.BROKEN,
                Diagnosis.DOES_NOT_COMPILE,
                "';' expected",
                Optional.empty());
        Document page = parsed(HtmlReport.toHtml(Fixtures.report(
                broken,
                Fixtures.unsolved(Fixtures.SPLIT_RANGE),
                Fixtures.with(
                        Fixtures.SUM_OF_SQUARES,
                        List.of(CheckResult.error(
                                Fixtures.SUM_OF_SQUARES.checks().getFirst(), new Error("boom")))))));

        assertThat(texts(page, "//article/header/p"))
                .containsExactly(
                        "✗does not compile · 0 of 10 points",
                        "·not begun · 0 of 10 points",
                        "!the grader failed · 10 of 10 points");
        assertThat(texts(page, "//article[@id='fetch-all']//p[@class='message']"))
                .containsExactly("';' expected");
        assertThat(texts(page, "//article[@id='fetch-all']//summary")).containsExactly("All 4 checks");
        assertThat(texts(page, "//article[@id='split-range']/p"))
                .containsExactly("Write it in src/main/java/twostoves/parallelism/SplitRange.java."
                        + " What is asked for: docs/exercises/split-range.md.");
        assertThat(texts(page, "//article[@id='sum-of-squares']//p[@class='message']"))
                .containsExactly("The grader failed here, which costs you nothing: java.lang.Error: boom");
    }

    @Test
    @DisplayName("lists what was measured once and not again")
    void deviations() throws Exception {
        Report report = Fixtures.report(Fixtures.solved(Fixtures.FETCH_ALL));
        Report deviating = new Report(
                report.schema(),
                report.submission(),
                report.startedAt(),
                report.durationMs(),
                report.java(),
                report.processors(),
                report.seed(),
                report.graderVersion(),
                report.score(),
                report.maxScore(),
                report.exercises(),
                List.of("fetch-all interruption: 1 thread is still alive"));

        assertThat(texts(report, "//section")).isEmpty();
        assertThat(texts(deviating, "//section//li"))
                .containsExactly("fetch-all interruption: 1 thread is still alive");
    }

    // ---- timelines
    // ---------------------------------------------------------------------------------------------------

    @Test
    @DisplayName("draws the run by threads, and beside it a plan on the same scale")
    void timeline() throws Exception {
        Document page = parsed(HtmlReport.toHtml(failing(Fixtures.SEQUENTIAL.beside(TOGETHER))));

        assertThat(texts(page, "//figure//p[@class='part']")).containsExactly("yours 9 s", "expected 3 s");
        assertThat(texts(page, "//figure//li/span[@class='who']"))
                .containsExactly("virtual 1", "virtual 2", "virtual 3", "/api/users", "/api/posts", "/api/comments");
        assertThat(texts(page, "//figure//*[@role='img']/title"))
                .containsExactly(
                        "/api/users: waiting from 0 s to 3 s",
                        "/api/posts: waiting from 3 s to 6 s",
                        "/api/comments: waiting from 6 s to 9 s",
                        "/api/users: waiting from 0 s to 3 s",
                        "/api/posts: waiting from 0 s to 3 s",
                        "/api/comments: waiting from 0 s to 3 s",
                        "in flight: yours at most 1, expected at most 3");
        assertThat(texts(page, "//*[@class='body']/@x")).containsExactly("0%", "33.333%", "66.667%", "0%", "0%", "0%");
        assertThat(texts(page, "//*[@class='body']/@width")).containsOnly("33.333%");
        assertThat(texts(page, "//path/@d"))
                .containsExactly("M0 100H0V69H333.333V69H666.667V69H1000V100", "M0 100H0V6H333.333V100");
    }

    @Test
    @DisplayName("counts the places and the workers of a plan from 1 each")
    void lanes() throws Exception {
        Plan pipeline = new Plan(List.of(
                piece("/a", Span.Activity.WAITING, 1, 0, 1),
                piece("/b", Span.Activity.WAITING, 2, 0, 1),
                piece("/c", Span.Activity.WAITING, 1, 1, 2),
                piece("/a", Span.Activity.COMPUTING, 3, 1, 2)));

        assertThat(texts(failing("", Fixtures.SEQUENTIAL.beside(pipeline)), "//figure//li/span[@class='who']"))
                .containsExactly("virtual 1", "virtual 2", "virtual 3", "place 1", "place 2", "worker 1");
    }

    private static Plan.Piece piece(String label, Span.Activity activity, int lane, long start, long end) {
        return new Plan.Piece(label, activity, lane, start * Fixtures.SECOND, end * Fixtures.SECOND);
    }

    @Test
    @DisplayName("keeps the columns of a message with figures, and no other message in them")
    void columns() throws Exception {
        Document page = parsed(HtmlReport.toHtml(failing(
                "You chose PARALLEL.\n                makespan   threads\n  sequential       4 s   1 thread",
                Fixtures.SEQUENTIAL)));
        Document story = parsed(HtmlReport.toHtml(failing("It is lost:\n  one thread  writes\n", Fixtures.SEQUENTIAL)));

        assertThat(texts(page, "//section/p[@class='message']")).containsExactly("You chose PARALLEL.");
        assertThat(texts(page, "//section/pre[@class='figures']"))
                .containsExactly("makespan   threads\n  sequential       4 s   1 thread");
        assertThat(texts(story, "//pre[@class='figures']")).isEmpty();
    }

    @Test
    @DisplayName("draws the length expected where there is no plan, and nothing where the time is not the point")
    void withoutPlan() throws Exception {
        Picture pointless = new Picture("", Fixtures.SEQUENTIAL.timeline(), Optional.empty());

        assertThat(texts(failing(Fixtures.SEQUENTIAL), "//*[@role='img']/title"))
                .contains("expected: no more than 3 s in all")
                .endsWith("in flight: yours at most 1");
        assertThat(texts(failing(pointless), "//figure//p[@class='part']")).containsExactly("yours 9 s");
    }

    @Test
    @DisplayName(
            "marks what failed, what was interrupted and what never ended, and says so in the legend and the table")
    void endings() throws Exception {
        List<Span> spans = List.of(
                Fixtures.computation(1, 1, 0, 1, Span.Ending.FAILED),
                Fixtures.computation(2, 1, 1, 2, Span.Ending.INTERRUPTED),
                Fixtures.computation(3, 1, 2, 3, Span.Ending.UNFINISHED));
        Document page = parsed(HtmlReport.toHtml(
                failing(new Picture("", new Timeline(spans, 3 * Fixtures.SECOND), Optional.empty()))));

        assertThat(texts(page, "//*[@class='bar computing']/title"))
                .containsExactly(
                        "1: computing from 0 s to 1 s, failed",
                        "2: computing from 1 s to 2 s, interrupted",
                        "3: computing from 2 s to 3 s, never ended");
        assertThat(texts(page, "//*[@class='entry']"))
                .containsExactly("computing", "×failed", "!interrupted", "›never ended");
        assertThat(texts(page, "//figure//tbody/tr/td[last()]"))
                .containsExactly("failed", "interrupted", "never ended");
    }

    @Test
    @DisplayName("draws few of many rows and bars, and says how many there are")
    void many() throws Exception {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            spans.add(Fixtures.request("/" + i, i, 0, 3));
        }
        Document page = parsed(HtmlReport.toHtml(
                failing(new Picture("", new Timeline(spans, 3 * Fixtures.SECOND), Optional.empty()))));

        assertThat(texts(page, "//figure//ul[@class='rows']/li")).hasSize(14).contains("… 1,987 more threads …");
        assertThat(texts(page, "//figure//p[@class='note']"))
                .containsExactly("Drawn: the first 2,000 of 3,000.", "2,940 more are in report.json.");
        assertThat(texts(page, "//figure//tbody/tr")).hasSize(60);
    }

    @Test
    @DisplayName("joins the bars of all rows where one row has more than can be told apart")
    void joined() throws Exception {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            spans.add(Fixtures.computation(i, 1, i, i + 1, Span.Ending.COMPLETED));
        }
        spans.add(Fixtures.computation(50, 2, 0, 1, Span.Ending.PREEMPTED));
        spans.add(Fixtures.computation(50, 2, 1, 2, Span.Ending.COMPLETED));
        spans.add(Fixtures.computation(51, 2, 2, 3, Span.Ending.FAILED));

        assertThat(texts(
                        failing(new Picture("", new Timeline(spans, 50 * Fixtures.SECOND), Optional.empty())),
                        "//*[@class='bar computing']/title"))
                .containsExactly(
                        "0 … 49 (50 in a row): computing from 0 s to 50 s",
                        "50: computing from 0 s to 2 s",
                        "51: computing from 2 s to 3 s, failed");
    }

    // ---- a page that is safe and whole by itself
    // ---------------------------------------------------------------------

    @Test
    @DisplayName("shows whatever comes from a submission as text")
    void hostile() throws Exception {
        Span span = new Span(
                EVIL,
                0,
                Span.Activity.WAITING,
                new ThreadIdentity(7, EVIL, ThreadIdentity.Kind.PLATFORM),
                0,
                Fixtures.SECOND,
                Span.Ending.COMPLETED);
        Report harmless =
                failing(EVIL, new Picture(EVIL, new Timeline(List.of(span), Fixtures.SECOND), Optional.of(1L)));
        ReportedExercise exercise = harmless.exercises().getFirst();
        Report report = new Report(
                Report.SCHEMA,
                EVIL,
                Fixtures.SESSION.startedAt(),
                1,
                EVIL,
                1,
                1,
                EVIL,
                0,
                10,
                List.of(new ReportedExercise(
                        exercise.id(),
                        exercise.number(),
                        exercise.track(),
                        EVIL,
                        ExerciseResult.Status.FAILED,
                        0,
                        10,
                        exercise.diagnosis(),
                        Optional.of(EVIL),
                        EVIL,
                        OptionalInt.of(1),
                        Optional.of(new ReportedSource(1, List.of(EVIL))),
                        exercise.checks(),
                        Optional.empty())),
                List.of(EVIL));
        String html = HtmlReport.toHtml(report);
        Document page = parsed(html);

        assertThat(texts(page, "//script")).hasSize(1);
        assertThat(texts(page, "//img")).isEmpty();
        assertThat(texts(page, "//*[@onerror]")).isEmpty();
        assertThat(html)
                .doesNotContain("<img")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e")
                .doesNotContain("\u0000");
        assertThat(texts(page, "//h1"))
                .containsExactly("</title></style><script>alert('x')</script><img src=x onerror=\"alert(1)\">"
                        + "\\u001b[31m\\u202egnihtemos & \\ud800 \\u0000");
        assertThat(html.getBytes(StandardCharsets.UTF_8))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(html);
    }

    @Test
    @DisplayName("stays small, however much a submission does")
    void size() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            spans.add(Fixtures.request("<".repeat(200), i % 3, 2 * i, 2 * i + 1));
        }
        Picture picture = new Picture("<".repeat(1_000), new Timeline(spans, 4_000 * Fixtures.SECOND), Optional.of(1L));
        CheckResult[] results = Fixtures.FETCH_ALL.checks().stream()
                .map(check -> new CheckResult(
                        check,
                        CheckResult.Status.FAILED,
                        0,
                        "<".repeat(100_000),
                        Optional.of(Diagnosis.SEQUENTIAL),
                        Optional.empty(),
                        Optional.of(picture)))
                .toArray(CheckResult[]::new);

        assertThat(HtmlReport.toHtml(Fixtures.report(Fixtures.with(Fixtures.FETCH_ALL, List.of(results)))))
                .hasSizeLessThan(1_000_000);
    }

    @Test
    @DisplayName("needs nothing beside it, and lets no script run but its own")
    void selfContained() throws Exception {
        String html = HtmlReport.toHtml(failing(Fixtures.SEQUENTIAL));
        Document page = parsed(html);
        String script = html.substring(html.lastIndexOf("<script>") + 8, html.lastIndexOf("</script>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));

        assertThat(texts(page, "//@src")).isEmpty();
        assertThat(texts(page, "//link/@href")).containsExactly("data:,");
        assertThat(texts(page, "//a/@href"))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("#") || href.startsWith("https://"));
        assertThat(html).doesNotContain("url(").doesNotContain("@import");
        assertThat(texts(page, "//meta[@http-equiv='Content-Security-Policy']/@content"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none';")
                .endsWith(" script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }

    @Test
    @DisplayName("leads from the board to every exercise")
    void anchors() throws Exception {
        Document page = parsed(
                HtmlReport.toHtml(Fixtures.report(Fixtures.submitThenWait(), Fixtures.solved(Fixtures.SPLIT_RANGE))));

        assertThat(texts(page, "//@id"))
                .doesNotHaveDuplicates()
                .containsAll(texts(page, "//a[starts-with(@href, '#')]/@href").stream()
                        .map(href -> href.substring(1))
                        .toList());
    }

    @Test
    @DisplayName("is written over an older one, into directories made for it")
    void file(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("target/kata/report.html");
        Report report = failing(Fixtures.SEQUENTIAL);

        HtmlReport.write(Fixtures.report(), file);
        HtmlReport.write(report, file);

        assertThat(Files.readString(file)).isEqualTo(HtmlReport.toHtml(report)).endsWith("</html>\n");
    }
}
