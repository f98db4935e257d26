package twostoves.sandbox;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The JDK's compiler, in this process. No annotation processor is run, nothing is compiled but the files of the order, and a
 * file is refused if its package is not that of its directory: so no class of the JDK or the grader can be replaced.
 */
final class Javac implements Compiler, AutoCloseable {

    /** Enough that the last file's first error is not left out. */
    private static final String MAX_ERRORS = "10000";

    /** Gives English. {@code Locale.ENGLISH} does not: javac has no such messages, and falls back on the machine's language. */
    private static final Locale ENGLISH = Locale.ROOT;

    private final Consumer<String> progress;
    private final Lock compiling = new ReentrantLock();
    private Optional<StandardJavaFileManager> manager = Optional.empty();

    /**
     * Creates a compiler.
     *
     * @param progress is told of each file that it turns to
     */
    Javac(Consumer<String> progress) {
        this.progress = progress;
    }

    /** The files of the class path stay open until the compiler is closed: to open them anew takes a third of the time. */
    @Override
    public CompilerReply compile(CompilerOrder order) {
        JavaCompiler compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> new IllegalStateException("This Java has no compiler; a JDK is needed."));
        compiling.lock();
        try {
            StandardJavaFileManager open =
                    manager.orElseGet(() -> compiler.getStandardFileManager(null, ENGLISH, StandardCharsets.UTF_8));
            manager = Optional.of(open);
            DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
            List<Path> files = order.sources().stream().map(Path::of).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    Writer.nullWriter(), open, found, options(order), null, open.getJavaFileObjectsFromPaths(files));
            Watch watch = new Watch(Path.of(order.root()), Trees.instance(task));
            task.addTaskListener(watch);
            return reply(compiles(task), found.getDiagnostics(), watch);
        } finally {
            compiling.unlock();
        }
    }

    /** Closes the files, and does not wait for a compiler that is at work, which may never end: its files end with the process. */
    @Override
    public void close() {
        if (compiling.tryLock()) {
            try {
                if (manager.isPresent()) {
                    manager.get().close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                manager = Optional.empty();
                compiling.unlock();
            }
        }
    }

    /** Whatever the compiler throws comes from what it was given: a deep expression overflows its stack, for one. */
    private boolean compiles(JavacTask task) {
        try {
            return task.call();
        } catch (RuntimeException | StackOverflowError crash) {
            close();
            return false;
        }
    }

    private static CompilerReply reply(
            boolean compiles, List<Diagnostic<? extends JavaFileObject>> found, Watch watch) {
        if (!watch.misplaced.isEmpty()) {
            // what else is wrong may come of these
            return new CompilerReply(watch.misplaced, false);
        }
        if (compiles) {
            return new CompilerReply(List.of(), false);
        }
        List<CompilerReply.Complaint> complaints = found.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null)
                .map(Javac::complaint)
                .toList();
        if (!complaints.isEmpty()) {
            return new CompilerReply(complaints, false);
        }
        return watch.current
                .map(file -> CompilerReply.crashed(file, "The compiler breaks down over this file."))
                .orElseThrow(() -> new IllegalStateException("The compiler failed: " + found));
    }

    private static List<String> options(CompilerOrder order) {
        return List.of(
                "-d",
                order.classes(),
                "-classpath",
                order.classPath(),
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

    private static CompilerReply.Complaint complaint(Diagnostic<? extends JavaFileObject> error) {
        int line = error.getLineNumber() == Diagnostic.NOPOS ? 0 : Math.toIntExact(error.getLineNumber());
        return new CompilerReply.Complaint(name(error.getSource()), inOneLine(error.getMessage(ENGLISH)), line);
    }

    private static String name(JavaFileObject source) {
        return Path.of(source.toUri()).toString();
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

    /** Follows the compiler from file to file. */
    private final class Watch implements TaskListener {

        private final Path root;
        private final Trees trees;
        private final List<CompilerReply.Complaint> misplaced = new ArrayList<>();
        private Optional<String> current = Optional.empty();

        Watch(Path root, Trees trees) {
            this.root = root;
            this.trees = trees;
        }

        @Override
        public void started(TaskEvent event) {
            if (event.getSourceFile() != null) {
                String file = name(event.getSourceFile());
                if (current.filter(file::equals).isEmpty()) {
                    current = Optional.of(file);
                    progress.accept(file);
                }
            }
        }

        @Override
        public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.PARSE) {
                refuseMisplaced(event.getCompilationUnit());
            }
        }

        private void refuseMisplaced(CompilationUnitTree unit) {
            String file = name(unit.getSourceFile());
            String expected = root.relativize(Path.of(file).getParent())
                    .toString()
                    .replace('\\', '/')
                    .replace('/', '.');
            Optional<ExpressionTree> declared = Optional.ofNullable(unit.getPackageName());
            if (!declared.map(Object::toString).filter(expected::equals).isPresent()) {
                int line = declared.map(name -> (int) unit.getLineMap()
                                .getLineNumber(trees.getSourcePositions().getStartPosition(unit, name)))
                        .orElse(1);
                String says = declared.map(name -> "the package " + name).orElse("no package");
                misplaced.add(new CompilerReply.Complaint(
                        file,
                        "the file names " + says + ", but lies in the directory of " + expected
                                + ". Only classes of the exercises' packages are graded: begin it with \"package "
                                + expected + ";\"",
                        line));
            }
        }
    }
}
