package twostoves.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Picture;
import twostoves.grading.Place;
import twostoves.grading.Track;

/** What a submission might put where a report quotes it. */
final class Hostile {

    /** One attempt a line, of those that some program which shows reports could fall for. */
    static final String TEXT = String.join(
            "\n",
            "::error file=x::Points 100/100",
            "   ::add-mask::secret",
            "##[set-output name=result]100",
            "\u001b]0;title\u0007\u001b[2Jgone\u0000\uD800",
            "<script>alert(1)</script><img src=x onerror=alert(1)>",
            "[click](https://evil.example) https://evil.example www.evil.example a@evil.example @octocat #1 GH-2",
            "# heading",
            "- list",
            "1. list",
            "| cell | cell |",
            "``` fence `code` ~~~ **bold** _it_ $x$ &lt; \\",
            "=cmd|' /C calc'!A0",
            "]]> <!-- --> \" ' & %25 %0A::error::x",
            "%%{init: {\"theme\":\"dark\"}}%% ; click x href \"https://evil.example\"");

    private static final int SPANS = 300;
    private static final Report REPORT = makeReport();
    private static final Report LARGE = makeLarge();

    private Hostile() {}

    /** A report in which all that a submission can influence is such text. */
    static Report report() {
        return REPORT;
    }

    /** As many exercises as there will be, all failed, each with as much text as a report takes. */
    static Report large() {
        return LARGE;
    }

    private static Report makeReport() {
        return Fixtures.report(
                failed(Fixtures.FETCH_ALL, TEXT),
                Fixtures.with(
                        Fixtures.SPLIT_RANGE,
                        List.of(CheckResult.error(
                                Fixtures.SPLIT_RANGE.checks().getFirst(), new IllegalStateException(TEXT)))),
                ExerciseResult.whole(
                        Fixtures.SUM_OF_SQUARES,
                        ExerciseResult.Status.BROKEN,
                        Diagnosis.DOES_NOT_COMPILE,
                        TEXT,
                        Optional.of(new Place("src/main/java/twostoves/parallelism/a,b:c\n::x.java", 3))));
    }

    private static Report makeLarge() {
        String text = TEXT.repeat(4_000 / TEXT.length() + 1);
        return Fixtures.report(IntStream.rangeClosed(1, 28)
                .mapToObj(number -> failed(
                        Fixtures.exercise("exercise-" + number, number, Track.CONCURRENCY, "Exercise" + number), text))
                .toArray(ExerciseResult[]::new));
    }

    private static ExerciseResult failed(Exercise exercise, String text) {
        return Fixtures.with(
                exercise,
                exercise.checks().stream()
                        .map(check -> new CheckResult(
                                check,
                                CheckResult.Status.FAILED,
                                0,
                                text,
                                Optional.of(Diagnosis.SUBMIT_THEN_WAIT),
                                Optional.of(new Place(exercise.sourceFile(), 21)),
                                Optional.of(picture(text))))
                        .toList());
    }

    private static Picture picture(String text) {
        List<String> names = text.lines().toList();
        List<Span> spans = IntStream.range(0, SPANS)
                .mapToObj(i -> new Span(
                        names.get(i % names.size()),
                        i,
                        i % 2 == 0 ? Span.Activity.WAITING : Span.Activity.COMPUTING,
                        new ThreadIdentity(i, names.get((i + 1) % names.size()), ThreadIdentity.Kind.PLATFORM),
                        i * Fixtures.SECOND,
                        (i + 1) * Fixtures.SECOND,
                        Span.Ending.values()[i % 5]))
                .toList();
        return new Picture(text, new Timeline(spans, SPANS * Fixtures.SECOND), Optional.of(Fixtures.SECOND));
    }
}
