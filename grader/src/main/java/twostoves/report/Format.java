package twostoves.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a report can be written as.
 *
 * <p>A format is one or more text files of fixed names, because the programs that read them look for these. Each is
 * written from the {@link Report} alone; whatever comes from the submission is escaped and cut as the format needs it.
 */
public enum Format {
    /** The neutral report, from which all others are written. */
    JSON("the neutral report", file("report.json", JsonReport::toJson)),
    /** One page to be looked at in a browser. */
    HTML("a page to look at, in one file", file("report.html", HtmlReport::toHtml)),
    /** For the summary of a step in GitHub Actions, and for whatever else shows GitHub's Markdown. */
    MARKDOWN("a page in GitHub's Markdown, for step summaries", file("report.md", MarkdownReport::forStepSummary)),
    /** What failed, on the learner's lines, once a step in GitHub Actions prints it. */
    ANNOTATIONS("workflow commands of GitHub Actions", file("annotations.txt", GitHubAnnotations::of)),
    /** The results of tests, for Artemis, GitLab and many others. */
    JUNIT("JUnit XML, for Artemis, GitLab, uhafner's actions", file("TEST-kata.xml", JUnitXml::of)),
    /** A row for each check. */
    CSV("a table with a row for each check", file("report.csv", CsvReport::of)),
    /** The output of a grader's step, for GitHub Classroom's reporter. */
    GITHUB_CLASSROOM(
            "the base64 that autograding-grading-reporter reads", file("classroom.txt", GitHubClassroomResult::of)),
    /** What an autograder of Classroom 50 leaves. */
    CLASSROOM50(
            "what an autograder of Classroom 50 leaves",
            file("result.json", Classroom50Result::ofThisRun),
            file("release-body.md", MarkdownReport::forRelease)),
    /** What an autograder of Gradescope leaves. */
    GRADESCOPE("what an autograder of Gradescope leaves", file("results.json", GradescopeResults::of)),
    /** What a test runner of Exercism leaves. */
    EXERCISM("what a test runner of Exercism leaves", file("results.json", ExercismResults::of));

    private final String summary;
    private final List<TextFile> files;

    private record TextFile(String name, Function<Report, String> content) {}

    Format(String summary, TextFile... files) {
        this.summary = summary;
        this.files = List.of(files);
    }

    private static TextFile file(String name, Function<Report, String> content) {
        return new TextFile(name, content);
    }

    /**
     * Finds a format.
     *
     * @param id the name that somebody typed
     * @return the format whose {@link #id()} that is, if there is one
     */
    public static Optional<Format> named(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    /**
     * Names the format as the option {@code --format} does.
     *
     * @return the name in kebab-case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Tells what the format is for.
     *
     * @return a few words, for {@code --help}
     */
    public String summary() {
        return summary;
    }

    /**
     * Names the files that {@link #write} makes.
     *
     * @return their names, without a directory; at least one
     */
    public List<String> fileNames() {
        return files.stream().map(TextFile::name).toList();
    }

    /**
     * Writes a report, each file in one step: whoever reads one finds the old content or the new. Where the exercises have
     * weights, all but the neutral report has the points as they count.
     *
     * @param report the report
     * @param directory where to write the files; made if it is not there
     * @throws IOException if a file cannot be written
     */
    public void write(Report report, Path directory) throws IOException {
        Report written = this == JSON ? report : report.weighted();
        for (TextFile file : files) {
            AtomicFile.replace(directory.resolve(file.name()), file.content().apply(written));
        }
    }
}
