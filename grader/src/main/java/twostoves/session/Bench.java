package twostoves.session;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import twostoves.fork.ChildJvm;
import twostoves.grading.Workbench;
import twostoves.sandbox.Compilation;
import twostoves.sandbox.InvalidSubmissionException;
import twostoves.sandbox.Submission;

/**
 * Finds the learner's classes where a build has put them.
 *
 * <p>The build goes on when a file does not compile, and then leaves some class files out, or old ones in place. If it did,
 * everything is compiled again here, in a way in which one file spoils no other.
 */
final class Bench {

    private Bench() {}

    static Workbench of(Settings settings) {
        Optional<Path> classes = settings.classes();
        Optional<Submission> submission = settings.sources().flatMap(Bench::submission);
        if (classes.isPresent() && submission.isPresent() && isStale(submission.get(), classes.get())) {
            return compiled(submission.get(), classes.get());
        }
        return classes.filter(Files::isDirectory)
                .map(directory -> new Workbench(Optional.of(directory), Workbench.CLASS_PATH.compileProblems()))
                .orElse(Workbench.CLASS_PATH);
    }

    /** The module above {@code src/main/java}; what cannot be taken for a submission is left to the class path. */
    private static Optional<Submission> submission(Path sources) {
        try {
            Path module =
                    sources.toAbsolutePath().normalize().resolve("../../..").normalize();
            return Optional.of(Submission.in(module));
        } catch (InvalidSubmissionException e) {
            return Optional.empty();
        }
    }

    private static boolean isStale(Submission submission, Path classes) {
        return submission.sources().stream()
                .filter(source -> !source.endsWith("package-info.java"))
                .anyMatch(source -> isStale(
                        source, classes.resolve(submission.className(source).replace('.', '/') + ".class")));
    }

    private static boolean isStale(Path source, Path classFile) {
        try {
            return !Files.exists(classFile)
                    || Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(classFile)) > 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static Workbench compiled(Submission submission, Path stale) {
        try {
            Path classes = Files.createDirectories(stale.resolveSibling("kata-classes"));
            return Compilation.compile(submission, classPathWithout(stale), classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An old class must not stand in for one that does not compile. */
    private static String classPathWithout(Path stale) {
        String excluded = stale.toAbsolutePath().toString();
        return Arrays.stream(ChildJvm.classes().split(File.pathSeparator))
                .filter(entry -> !entry.equals(excluded))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
