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
    JSON("the neutral report", file("report.json", JsonReport::toJson));

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
     * Writes a report, each file in one step: whoever reads one finds the old content or the new.
     *
     * @param report the report
     * @param directory where to write the files; made if it is not there
     * @throws IOException if a file cannot be written
     */
    public void write(Report report, Path directory) throws IOException {
        for (TextFile file : files) {
            AtomicFile.replace(
                    directory.resolve(file.name()), file.content().apply(report));
        }
    }
}
