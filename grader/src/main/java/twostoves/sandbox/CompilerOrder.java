package twostoves.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * What a compiler is to do.
 *
 * @param root where packages begin
 * @param sources the files, below it
 * @param classPath what they are compiled against
 * @param classes the directory for the class files
 */
record CompilerOrder(String root, List<String> sources, String classPath, String classes) {

    static CompilerOrder of(Submission submission, List<Path> sources, String classPath, Path classes) {
        return new CompilerOrder(
                submission.sourceRoot().toString(),
                sources.stream().map(Path::toString).toList(),
                classPath,
                classes.toString());
    }
}
