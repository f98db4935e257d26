package twostoves.report;

import java.util.Optional;
import java.util.OptionalInt;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Kind;
import twostoves.grading.Place;

/**
 * What came of one check, as reported.
 *
 * @param id the id in kebab-case, unique within the exercise
 * @param title what it demands, a sentence with the submission as subject
 * @param kind what it looks at
 * @param status what came of it
 * @param points the points earned
 * @param maxPoints the points it is worth
 * @param message what happened, for the learner
 * @param diagnosis its name, if it failed
 * @param file the learner's file, relative to the module, if one is to blame
 * @param line the line in that file, from 1, if one is to blame
 * @param source the learner's code around that line, if it could be read
 * @param timeline what was seen, if it can be drawn
 */
public record ReportedCheck(
        String id,
        String title,
        Kind kind,
        CheckResult.Status status,
        int points,
        int maxPoints,
        Optional<String> message,
        Optional<Diagnosis> diagnosis,
        Optional<String> file,
        OptionalInt line,
        Optional<ReportedSource> source,
        Optional<ReportedTimeline> timeline) {

    static ReportedCheck of(CheckResult result) {
        return new ReportedCheck(
                result.check().id(),
                result.check().sentence(),
                result.check().kind(),
                result.status(),
                result.points(),
                result.check().points(),
                Optional.of(Excerpt.ofMessage(result.message())).filter(message -> !message.isBlank()),
                result.diagnosis(),
                result.place().map(Place::file),
                Lines.of(result.place()),
                Optional.empty(),
                result.picture().map(ReportedTimeline::of));
    }

    ReportedCheck quoting(Sources sources) {
        Optional<ReportedSource> quoted =
                file.filter(any -> line.isPresent()).flatMap(known -> sources.around(known, line.getAsInt()));
        return new ReportedCheck(
                id, title, kind, status, points, maxPoints, message, diagnosis, file, line, quoted, timeline);
    }

    ReportedCheck times(int weight) {
        return new ReportedCheck(
                id,
                title,
                kind,
                status,
                points * weight,
                maxPoints * weight,
                message,
                diagnosis,
                file,
                line,
                source,
                timeline);
    }
}
