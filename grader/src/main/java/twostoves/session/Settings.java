package twostoves.session;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a build tells the grader; an IDE tells nothing.
 *
 * @param chosen the exercises to grade, as ids or patterns such as {@code fetch*}, separated by commas
 * @param submission the name of what is graded
 * @param sources where the learner's sources are
 * @param classes where they were compiled to
 * @param report where to write the report
 */
record Settings(
        Optional<String> chosen, String submission, Optional<Path> sources, Optional<Path> classes, Path report) {

    static Settings ofSystem() {
        return new Settings(
                property("kata"),
                property("kata.submission").orElse("exercises"),
                property("kata.sources").map(Path::of),
                property("kata.classes").map(Path::of),
                property("kata.report").map(Path::of).orElse(Path.of("target", "kata", "report.json")));
    }

    /** The directory that places are told relative to: the sources lie in its {@code src/main/java}. */
    Optional<Path> module() {
        return sources.map(directory -> directory.resolve("../../..").normalize());
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
