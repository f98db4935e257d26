package twostoves.fork;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.Place;
import twostoves.grading.Track;

/** What the two processes say to each other: a line of fields, URL-encoded so that no blank or line end gets in the way. */
final class Message {

    private Message() {}

    private static String line(String... fields) {
        return Arrays.stream(fields)
                .map(field -> URLEncoder.encode(field, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    private static List<String> fields(String line) {
        return Stream.of(line.split(" ", -1))
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * What the child is to do.
     *
     * @param mark what the lines of its answer begin with
     * @param task what is to be run, as the child knows it
     * @param exercise the exercise; its checks are not told
     * @param classes the address of the directory or jar in which the learner's packages begin
     * @param seed what inputs are made from
     */
    record Order(String mark, String task, Exercise exercise, String classes, long seed) {

        String line() {
            return Message.line(
                    mark,
                    task,
                    exercise.id(),
                    Integer.toString(exercise.number()),
                    exercise.track().name(),
                    exercise.className(),
                    exercise.contract().getName(),
                    classes,
                    Long.toString(seed));
        }

        static Order of(String line) throws ClassNotFoundException {
            List<String> fields = fields(line);
            Exercise exercise = new Exercise(
                    fields.get(2),
                    Integer.parseInt(fields.get(3)),
                    Track.valueOf(fields.get(4)),
                    fields.get(5),
                    Class.forName(fields.get(6)),
                    List.of());
            return new Order(fields.get(0), fields.get(1), exercise, fields.get(7), Long.parseLong(fields.get(8)));
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        /**
         * The submission does what is demanded.
         *
         * @param clean whether it has left nothing behind, so that the child may be used again
         */
        record Passed(boolean clean) implements Outcome {}

        /**
         * It does not.
         *
         * @param failure why not; without a picture
         * @param clean whether it has left nothing behind, so that the child may be used again
         */
        record Failed(CheckFailure failure, boolean clean) implements Outcome {}

        /**
         * It could not be told.
         *
         * @param why why not
         * @param clean whether it has left nothing behind, so that the child may be used again
         */
        record NotMeasured(String why, boolean clean) implements Outcome {}

        /**
         * The check itself has failed.
         *
         * @param what what was thrown
         */
        record Fault(String what) implements Outcome {}

        default String line() {
            return switch (this) {
                case Passed(boolean clean) -> Message.line("passed", Boolean.toString(clean));
                case Failed(CheckFailure failure, boolean clean) ->
                    Message.line(
                            "failed",
                            failure.diagnosis().name(),
                            failure.getMessage(),
                            Boolean.toString(failure.isMeasured()),
                            failure.place().map(Place::file).orElse(""),
                            Integer.toString(failure.place().map(Place::line).orElse(0)),
                            Boolean.toString(clean));
                case NotMeasured(String why, boolean clean) ->
                    Message.line("not-measured", why, Boolean.toString(clean));
                case Fault(String what) -> Message.line("fault", what);
            };
        }

        /** Whether the child may be used again. */
        default boolean isClean() {
            return switch (this) {
                case Passed(boolean clean) -> clean;
                case Failed(CheckFailure failure, boolean clean) -> clean;
                case NotMeasured(String why, boolean clean) -> clean;
                case Fault fault -> false;
            };
        }

        static Outcome of(String line) {
            List<String> fields = fields(line);
            return switch (fields.getFirst()) {
                case "passed" -> new Passed(Boolean.parseBoolean(fields.get(1)));
                case "failed" -> new Failed(failure(fields), Boolean.parseBoolean(fields.get(6)));
                case "not-measured" -> new NotMeasured(fields.get(1), Boolean.parseBoolean(fields.get(2)));
                default -> new Fault(fields.getLast());
            };
        }

        private static CheckFailure failure(List<String> fields) {
            Diagnosis diagnosis = Diagnosis.valueOf(fields.get(1));
            Optional<Place> place = Optional.of(new Place(fields.get(4), Integer.parseInt(fields.get(5))))
                    .filter(where -> !where.file().isEmpty());
            return (Boolean.parseBoolean(fields.get(3))
                            ? CheckFailure.measured(diagnosis, fields.get(2))
                            : CheckFailure.proven(diagnosis, fields.get(2)))
                    .at(place);
        }
    }
}
