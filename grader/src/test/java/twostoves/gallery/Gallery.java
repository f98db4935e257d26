package twostoves.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Gradebook;
import twostoves.grading.Place;
import twostoves.grading.Workbench;
import twostoves.grading.Workbench.CompileProblem;
import twostoves.sandbox.CheckRun;

/**
 * The right and wrong submissions under {@code grader/src/test/submissions}, the solutions, and their judgement in this process.
 */
final class Gallery {

    private final Path sources;
    private final Path classes;
    private final Solutions solutions;

    /**
     * Opens the gallery.
     *
     * @param repository the root of the repository
     */
    Gallery(Path repository) {
        this(repository, repository.resolve("grader/target/gallery"));
    }

    Gallery(Path repository, Path classes) {
        this.sources = repository.resolve("grader/src/test/submissions");
        this.classes = classes;
        this.solutions = new Solutions(repository);
    }

    /** Lists the submissions, by name. */
    List<Exhibited> submissions() {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> Exhibited.of(sources, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lists the references and alternatives, which must all be solved. */
    List<Exhibited> solutions() {
        return solutions.list();
    }

    /** Lists both; the solutions first, for wrong submissions leave threads behind. */
    List<Exhibited> solutionsAndSubmissions() {
        return Stream.of(solutions(), submissions()).flatMap(List::stream).toList();
    }

    /** Compiles a submission, unless its classes are there already, and judges it. */
    ExerciseResult judge(Exhibited submission, Gradebook book) {
        return CheckRun.of(submission.checks(), compile(submission), book);
    }

    Workbench compile(Exhibited submission) {
        Path target = classes.resolve(submission.name());
        String className = submission.exercise().className();
        Path classFile = target.resolve(className.replace('.', '/') + ".class");
        try {
            if (Files.exists(classFile)
                    && Files.getLastModifiedTime(classFile).compareTo(Files.getLastModifiedTime(submission.source()))
                            >= 0) {
                return new Workbench(Optional.of(target), Map.of());
            }
            Files.createDirectories(target);
            return compile(submission, className, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Workbench compile(Exhibited submission, String className, Path target) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(complaints, Locale.ENGLISH, null)) {
            boolean compiled = compiler.getTask(
                            null,
                            manager,
                            complaints,
                            List.of("-d", target.toString(), "-g", "-proc:none", "--release", "25"),
                            null,
                            List.of(new Source(submission)))
                    .call();
            return new Workbench(
                    Optional.of(target), compiled ? Map.of() : Map.of(className, problem(submission, complaints)));
        }
    }

    /** What the compiler reads: a file that bears another name than its class would not do. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Exhibited submission) throws IOException {
            super(URI.create("string:///" + submission.exercise().sourceFile()), Kind.SOURCE);
            text = submission.text();
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static CompileProblem problem(Exhibited submission, DiagnosticCollector<JavaFileObject> complaints) {
        Diagnostic<?> first = complaints.getDiagnostics().stream()
                .filter(complaint -> complaint.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .orElseThrow();
        return new CompileProblem(
                first.getMessage(Locale.ENGLISH),
                new Place(submission.exercise().sourceFile(), (int) first.getLineNumber()));
    }
}
