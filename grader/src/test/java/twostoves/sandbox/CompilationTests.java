package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        Workbench bench = Compilation.compile(sources.submission(), ClassPath.absolute(), classes);
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
        return Compilation.compileWithout(
                        Set.of("src/main/java/twostoves/parallelism/Parse.java"), sources.submission(), classes)
                .compileProblems();
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
