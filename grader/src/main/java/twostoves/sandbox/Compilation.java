package twostoves.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import twostoves.fork.ChildJvm;
import twostoves.grading.Place;
import twostoves.grading.Workbench;

/**
 * Compiles a submission so that a file that does not compile spoils no other.
 *
 * <p>All files are compiled together. If the compiler complains of some, these are set aside with its first complaint about
 * each, and the rest is compiled anew, until it complains no more. So a file that uses one set aside is set aside in turn,
 * with the line on which it does. A file over which the compiler breaks down is set aside too; after {@value #MAX_CRASHES} of
 * these no more is compiled.
 */
public final class Compilation {

    private static final String CLASS_FILE = ".class";

    /** Each may take as long as a compiler is given. */
    private static final int MAX_CRASHES = 3;

    private final Submission submission;
    private final String classPath;
    private final Path classes;
    private final Compiler compiler;
    private final Map<Path, Workbench.CompileProblem> problems = new LinkedHashMap<>();
    private int crashes;

    private Compilation(Submission submission, String classPath, Path classes, Compiler compiler) {
        this.submission = submission;
        this.classPath = classPath;
        this.classes = classes;
        this.compiler = compiler;
    }

    /**
     * Compiles a submission in this process.
     *
     * @param submission the sources
     * @param classPath what they are compiled against
     * @param classes an existing directory for the class files, cleared of old ones; in the end it holds those of the files
     *     that compile
     * @return the classes, and for each of the other files the compiler's first message
     * @throws IllegalStateException if the compiler fails in a way that is not about one of the files, or is missing
     */
    public static Workbench compile(Submission submission, String classPath, Path classes) {
        try (Javac compiler = new Javac(file -> {})) {
            return compile(submission, classPath, classes, compiler);
        }
    }

    static Workbench compile(Submission submission, String classPath, Path classes, Compiler compiler) {
        Compilation compilation = new Compilation(submission, classPath, classes, compiler);
        compilation.removeClassFiles();
        List<Path> rest = submission.sources();
        while (!rest.isEmpty() && compilation.complainsOfSome(rest)) {
            compilation.removeClassFiles();
            rest = rest.stream()
                    .filter(file -> !compilation.problems.containsKey(file))
                    .toList();
        }
        return new Workbench(Optional.of(classes), compilation.problemsByClass());
    }

    /**
     * Compiles what is to be graded, without the other exercises unless it needs them: most exercises use no other, and to
     * compile them all would take longer than the checks.
     *
     * @param others the files of the exercises that are not to be graded, as the submission names them
     * @param submission the sources
     * @param classes an existing directory for the class files, cleared of old ones
     * @param compiler compiles
     * @return the same as {@link #compile}
     */
    static Workbench compileWithout(Set<String> others, Submission submission, Path classes, Compiler compiler) {
        List<Path> alone = submission.sources().stream()
                .filter(source -> !others.contains(submission.nameOf(source)))
                .toList();
        Workbench bench = compile(new Submission(submission.module(), alone), ChildJvm.classes(), classes, compiler);
        return bench.compileProblems().isEmpty()
                        || alone.size() == submission.sources().size()
                ? bench
                : compile(submission, ChildJvm.classes(), classes, compiler);
    }

    private boolean complainsOfSome(List<Path> files) {
        CompilerReply reply = compiler.compile(CompilerOrder.of(submission, files, classPath, classes));
        int before = problems.size();
        reply.complaints().forEach(this::setAside);
        if (!reply.complaints().isEmpty() && problems.size() == before) {
            throw new IllegalStateException("The compiler failed: " + reply.complaints());
        }
        if (reply.crashed() && ++crashes == MAX_CRASHES) {
            files.forEach(file -> problems.putIfAbsent(
                    file,
                    new Workbench.CompileProblem(
                            "The compiler broke down over " + MAX_CRASHES
                                    + " other files of this submission, so this one was not compiled.",
                            new Place(submission.nameOf(file), 0))));
        }
        return problems.size() > before;
    }

    private void setAside(CompilerReply.Complaint complaint) {
        Path file = Path.of(complaint.source());
        submission.sources().stream()
                .filter(file::equals)
                .forEach(source -> problems.putIfAbsent(
                        source,
                        new Workbench.CompileProblem(
                                complaint.message(), new Place(submission.nameOf(source), complaint.line()))));
    }

    private Map<String, Workbench.CompileProblem> problemsByClass() {
        return problems.entrySet().stream()
                .collect(Collectors.toMap(problem -> submission.className(problem.getKey()), Map.Entry::getValue));
    }

    /** Old ones, and what the compiler wrote before it met an error. */
    private void removeClassFiles() {
        try (var files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(CLASS_FILE)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
