import de.jplag.JPlag;
import de.jplag.JPlagComparison;
import de.jplag.JPlagResult;
import de.jplag.Submission;
import de.jplag.java.JavaLanguage;
import de.jplag.options.JPlagOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Has JPlag compare submissions; started as a source file in a JVM of its own, with JPlag on the class path.
 *
 * <p>Takes the directory with a directory for each submission, the directory with the stubs that everybody was given, and
 * the file to write: a line "FIRST SECOND SIMILARITY TOKENS" for each pair, and a line "NAME" for what cannot be compared.
 */
final class Comparison {

    private Comparison() {}

    public static void main(String[] args) throws Exception {
        JPlagOptions options = new JPlagOptions(new JavaLanguage(), Set.of(new File(args[0])), Set.of())
                .withBaseCodeSubmissionDirectory(new File(args[1]))
                .withMaximumNumberOfComparisons(JPlagOptions.SHOW_ALL_COMPARISONS);
        JPlagResult result = JPlag.run(options);
        List<String> lines = new ArrayList<>();
        for (JPlagComparison pair : result.getAllComparisons()) {
            lines.add(pair.firstSubmission().getName() + " " + pair.secondSubmission().getName() + " "
                    + pair.similarity() + " " + pair.getNumberOfMatchedTokens());
        }
        for (Submission submission : result.getSubmissions().getInvalidSubmissions()) {
            lines.add(submission.getName());
        }
        Files.write(Path.of(args[2]), lines);
    }
}
