package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.fork.ChildJvm;
import twostoves.grading.Place;
import twostoves.grading.Workbench;

@DisplayName("The compilation")
class CompilationTests {

    private static final String GREET = "twostoves.concurrency.Greet";
    private static final String HELPER = "twostoves.concurrency.Helper";
    private static final String PARSE = "twostoves.parallelism.Parse";

    @TempDir
    Path module;

    @TempDir
    Path classes;

    private Map<String, Workbench.CompileProblem> problems(Sources sources) {
        Workbench bench = Compilation.compile(sources.submission(), ChildJvm.classes(), classes);
        assertThat(bench.classes()).contains(classes);
        return bench.compileProblems();
    }

    private List<String> classFiles() throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    @DisplayName("compiles all files together")
    void together() throws IOException {
        Sources sources = Sources.in(module)
                .greeting("return new Helper().help();")
                .with(HELPER, "package twostoves.concurrency; class Helper { String help() { return \"\"; } }");

        assertThat(problems(sources)).isEmpty();
        assertThat(classFiles()).containsExactly("Greet.class", "Helper.class");
    }

    @Test
    @DisplayName("leaves out the exercises that are not to be graded, broken ones too")
    void withoutOthers() throws IOException {
        Sources sources = Sources.in(module).greeting("return \"hello\";").parsing("return 1;");

        assertThat(withoutParse(sources)).isEmpty();
        assertThat(classFiles()).containsExactly("Greet.class");
    }

    @Test
    @DisplayName("compiles the exercises that are not to be graded where one that is uses them")
    void withOthersThatAreUsed() throws IOException {
        Sources sources = Sources.in(module)
                .greeting("return new twostoves.parallelism.Parse().parse();")
                .parsing("return \"\";");

        assertThat(withoutParse(sources)).isEmpty();
        assertThat(classFiles()).containsExactly("Greet.class", "Parse.class");
    }

    private Map<String, Workbench.CompileProblem> withoutParse(Sources sources) {
        try (Javac compiler = new Javac(file -> {})) {
            return Compilation.compileWithout(
                            Set.of("src/main/java/twostoves/parallelism/Parse.java"),
                            sources.submission(),
                            classes,
                            compiler)
                    .compileProblems();
        }
    }

    @Test
    @DisplayName("says of a broken file what the compiler says first, and compiles the others")
    void oneBroken() throws IOException {
        Sources sources = Sources.in(module).greeting("return 1; int x = \"\";").parsing("return \"\";");

        assertThat(problems(sources))
                .isEqualTo(Map.of(
                        GREET,
                        new Workbench.CompileProblem(
                                "incompatible types: int cannot be converted to java.lang.String",
                                new Place("src/main/java/twostoves/concurrency/Greet.java", 6))));
        assertThat(classFiles()).containsExactly("Parse.class");
    }

    @Test
    @DisplayName("says of a file that uses a broken one where it does")
    void brokenHelper() throws IOException {
        Sources sources = Sources.in(module)
                .greeting("return new Helper().help();")
                .parsing("return \"\";")
                .with(HELPER, "package twostoves.concurrency;\n\nclass Helper { String help() { return } }");

        assertThat(problems(sources))
                .isEqualTo(Map.of(
                        HELPER,
                        new Workbench.CompileProblem(
                                "illegal start of expression",
                                new Place("src/main/java/twostoves/concurrency/Helper.java", 3)),
                        GREET,
                        new Workbench.CompileProblem(
                                "cannot find symbol (symbol: class Helper, location: class twostoves.concurrency.Greet)",
                                new Place("src/main/java/twostoves/concurrency/Greet.java", 6))));
        assertThat(classFiles()).containsExactly("Parse.class");
    }

    @Test
    @DisplayName("finds errors that the compiler only looks for when there are no others")
    void laterPhases() {
        Sources sources = Sources.in(module).greeting("").parsing("return 1;");

        assertThat(problems(sources)).containsOnlyKeys(GREET, PARSE);
        assertThat(problems(sources).get(GREET).message()).isEqualTo("missing return statement");
    }

    @Test
    @DisplayName("can set all files aside")
    void allBroken() throws IOException {
        assertThat(problems(Sources.in(module).greeting("return").parsing("return")))
                .containsOnlyKeys(GREET, PARSE);
        assertThat(classFiles()).isEmpty();
    }

    @Test
    @DisplayName("leaves no class file of an earlier compilation")
    void clearsOld() throws IOException {
        problems(Sources.in(module).greeting("return \"\";"));
        problems(Sources.in(module).greeting("return").parsing("return \"\";"));

        assertThat(classFiles()).containsExactly("Parse.class");
    }

    @Test
    @DisplayName("refuses a file that puts its classes into a package of the JDK or the grader")
    void misplaced() throws IOException {
        Sources sources = Sources.in(module)
                .greeting("return \"\";")
                .with(HELPER, "\npackage twostoves.grading;\n\npublic class Helper {}")
                .with(PARSE, "package java.util;\n\npublic class List {}")
                .with("twostoves.sharing.Nowhere", "class Nowhere {}");

        assertThat(problems(sources))
                .isEqualTo(Map.of(
                        HELPER,
                        new Workbench.CompileProblem(
                                "the file names the package twostoves.grading, but lies in the directory of"
                                        + " twostoves.concurrency. Only classes of the exercises' packages are graded:"
                                        + " begin it with \"package twostoves.concurrency;\"",
                                new Place("src/main/java/twostoves/concurrency/Helper.java", 2)),
                        PARSE,
                        new Workbench.CompileProblem(
                                "the file names the package java.util, but lies in the directory of"
                                        + " twostoves.parallelism. Only classes of the exercises' packages are graded:"
                                        + " begin it with \"package twostoves.parallelism;\"",
                                new Place("src/main/java/twostoves/parallelism/Parse.java", 1)),
                        "twostoves.sharing.Nowhere",
                        new Workbench.CompileProblem(
                                "the file names no package, but lies in the directory of twostoves.sharing. Only classes"
                                        + " of the exercises' packages are graded: begin it with"
                                        + " \"package twostoves.sharing;\"",
                                new Place("src/main/java/twostoves/sharing/Nowhere.java", 1))));
        assertThat(classFiles()).containsExactly("Greet.class");
    }

    @Test
    @DisplayName("sets a file aside over which the compiler breaks down")
    void tooDeep() throws IOException {
        Sources sources = Sources.in(module).greeting(deepBody()).parsing("return \"\";");

        assertThat(problems(sources))
                .isEqualTo(Map.of(
                        GREET,
                        new Workbench.CompileProblem(
                                "The compiler breaks down over this file.",
                                new Place("src/main/java/twostoves/concurrency/Greet.java", 0))));
        assertThat(classFiles()).containsExactly("Parse.class");
    }

    private static String deepBody() {
        return "return " + "(".repeat(50_000) + "\"\"" + ")".repeat(50_000) + ";";
    }

    @Test
    @DisplayName("compiles no more after three such files")
    void manyTooDeep() throws IOException {
        Sources sources = Sources.in(module).greeting("return \"\";");
        for (int i = 0; i < 4; i++) {
            sources.with(
                    "twostoves.parallelism.Deep" + i,
                    "package twostoves.parallelism; class Deep" + i + " { String deep() { " + deepBody() + " } }");
        }

        assertThat(problems(sources))
                .hasSize(5)
                .containsEntry(
                        GREET,
                        new Workbench.CompileProblem(
                                "The compiler broke down over 3 other files of this submission, so this one was not"
                                        + " compiled.",
                                new Place("src/main/java/twostoves/concurrency/Greet.java", 0)));
        assertThat(classFiles()).isEmpty();
    }

    @Test
    @DisplayName("does not wait for a compiler that never ends, nor for one that eats all memory")
    void bounded() throws IOException {
        Sources sources = Sources.in(module)
                .greeting("return \"\";")
                .with(HELPER, """
                        package twostoves.concurrency;

                        class Helper {
                            interface Pair<A, B> {}
                            static <T> Pair<T, T> twice(T value) { return null; }
                            Object help() { var x0 = 1; %s return x60; }
                        }
                        """.formatted(IntStream.range(1, 61)
                        .mapToObj(i -> "var x" + i + " = twice(x" + (i - 1) + ");")
                        .collect(Collectors.joining())))
                .with(
                        PARSE,
                        "package twostoves.parallelism;\n\nclass Parse {\n"
                                + "static final String S0 = \"0123456789\";\n"
                                + IntStream.range(1, 30)
                                        .mapToObj(i -> "static final String S" + i + " = S" + (i - 1) + " + S" + (i - 1)
                                                + ";\n")
                                        .collect(Collectors.joining())
                                + "}\n");

        Workbench bench;
        try (CompilerProcess compiler =
                CompilerProcess.open(Options.standard().compilerLimit(Duration.ofSeconds(10)))) {
            bench = Compilation.compile(sources.submission(), ChildJvm.classes(), classes, compiler);
        }

        assertThat(bench.compileProblems())
                .isEqualTo(Map.of(
                        HELPER,
                        new Workbench.CompileProblem(
                                "The compiler was still busy with this file after 10 s of processor time.",
                                new Place("src/main/java/twostoves/concurrency/Helper.java", 0)),
                        PARSE,
                        new Workbench.CompileProblem(
                                "The compiler needs more than 512 MB of memory for this file.",
                                new Place("src/main/java/twostoves/parallelism/Parse.java", 0))));
        assertThat(classFiles()).containsExactly("Greet.class");
    }

    @Test
    @DisplayName("speaks English whatever the machine speaks")
    void english() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(problems(Sources.in(module).greeting("return 1;"))
                            .get(GREET)
                            .message())
                    .startsWith("incompatible types");
        } finally {
            Locale.setDefault(before);
        }
    }
}
