package twostoves.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import twostoves.grading.Place;
import twostoves.grading.Workbench;

/**
 * Compiles a submission so that a file that does not compile spoils no other.
 *
 * <p>All files are compiled together. If the compiler complains of some, these are set aside with its first complaint about
 * each, and the rest is compiled anew, until it complains no more. So a file that uses one set aside is set aside in turn,
 * with the line on which it does.
 */
public final class Compilation {

    /** Enough that the last file's first error is not left out. */
    private static final String MAX_ERRORS = "10000";

    private static final String CLASS_FILE = ".class";

    /** Gives English. {@code Locale.ENGLISH} does not: javac has no such messages, and falls back on the machine's language. */
    private static final Locale ENGLISH = Locale.ROOT;

    private final Submission submission;
    private final String classPath;
    private final Path classes;
    private final Map<Path, Workbench.CompileProblem> problems = new LinkedHashMap<>();

    private Compilation(Submission submission, String classPath, Path classes) {
        this.submission = submission;
        this.classPath = classPath;
        this.classes = classes;
    }

    /**
     * Compiles a submission.
     *
     * @param submission the sources
     * @param classPath what they are compiled against
     * @param classes an existing directory for the class files, cleared of old ones; in the end it holds those of the files
     *     that compile
     * @return the classes, and for each of the other files the compiler's first message
     * @throws IllegalStateException if the compiler fails in a way that is not about one of the files, or is missing
     */
    public static Workbench compile(Submission submission, String classPath, Path classes) {
        Compilation compilation = new Compilation(submission, classPath, classes);
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
     * @return the same as {@link #compile}
     */
    static Workbench compileWithout(Set<String> others, Submission submission, Path classes) {
        List<Path> alone = submission.sources().stream()
                .filter(source -> !others.contains(submission.nameOf(source)))
                .toList();
        Workbench bench = compile(new Submission(submission.module(), alone), ClassPath.absolute(), classes);
        return bench.compileProblems().isEmpty()
                        || alone.size() == submission.sources().size()
                ? bench
                : compile(submission, ClassPath.absolute(), classes);
    }

    private boolean complainsOfSome(List<Path> files) {
        JavaCompiler compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> new IllegalStateException("This Java has no compiler; a JDK is needed."));
        DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
        boolean compiles;
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(complaints, ENGLISH, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
            compiles = compiler.getTask(null, manager, complaints, options(), null, units)
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!compiles) {
            List<Diagnostic<? extends JavaFileObject>> errors = complaints.getDiagnostics().stream()
                    .filter(complaint -> complaint.getKind() == Diagnostic.Kind.ERROR)
                    .collect(Collectors.toList());
            int before = problems.size();
            errors.forEach(this::setAside);
            if (problems.size() == before) {
                throw new IllegalStateException("The compiler failed: " + errors);
            }
        }
        return !compiles;
    }

    private List<String> options() {
        return List.of(
                "-d",
                classes.toString(),
                "-classpath",
                classPath,
                "-sourcepath",
                "",
                "-g",
                "-parameters",
                "-proc:none",
                "-Xlint:none",
                "-Xmaxerrs",
                MAX_ERRORS,
                "--release",
                "25");
    }

    private void setAside(Diagnostic<? extends JavaFileObject> error) {
        if (error.getSource() != null) {
            Path file = Path.of(error.getSource().toUri());
            submission.sources().stream()
                    .filter(file::equals)
                    .forEach(source -> problems.putIfAbsent(source, problem(source, error)));
        }
    }

    private Workbench.CompileProblem problem(Path source, Diagnostic<?> error) {
        int line = error.getLineNumber() == Diagnostic.NOPOS ? 0 : Math.toIntExact(error.getLineNumber());
        return new Workbench.CompileProblem(
                inOneLine(error.getMessage(ENGLISH)), new Place(submission.nameOf(source), line));
    }

    /** Turns {@code cannot find symbol}, with the symbol on a second line, into {@code cannot find symbol (symbol: …)}. */
    private static String inOneLine(String message) {
        Deque<String> lines = new ArrayDeque<>(message.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .toList());
        String first = lines.removeFirst();
        return lines.isEmpty() ? first : first + " (" + String.join(", ", lines) + ")";
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
