package twostoves.classroom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import twostoves.report.AtomicFile;
import twostoves.report.Format;

/**
 * Everything that is made from the results of a class.
 *
 * <pre>
 * gradebook.csv        a row for each submission, a column for each exercise
 * canvas.csv           for the import of Canvas
 * moodle.csv           for the import of Moodle
 * class.html           the class at a glance
 * reports/NAME/        the report on each submission
 * </pre>
 *
 * <p>The same results give the same files, byte for byte: no time and no order of grading goes into them.
 */
final class Outputs {

    private final Path directory;
    private final Assignment assignment;
    private final Set<Format> formats;

    Outputs(Path directory, Assignment assignment, Set<Format> formats) {
        this.directory = directory;
        this.assignment = assignment;
        this.formats = formats;
    }

    void writeReport(ClassResult result) throws IOException {
        if (result.report().isPresent()) {
            Path into = directory.resolve("reports").resolve(result.submission());
            for (Format format : formats) {
                format.write(result.report().get().withWeights(assignment.weights()), into);
            }
        }
    }

    /** Writes all, the reports too: weights may have changed since they were written. */
    void write(ClassRecord record) throws IOException {
        for (ClassResult result : record.results()) {
            writeReport(result);
        }
        AtomicFile.replace(directory.resolve("gradebook.csv"), Gradebooks.own(record));
        AtomicFile.replace(directory.resolve("canvas.csv"), Gradebooks.canvas(record));
        AtomicFile.replace(directory.resolve("moodle.csv"), Gradebooks.moodle(record));
        AtomicFile.replace(directory.resolve("class.html"), ClassView.html(record));
    }
}
