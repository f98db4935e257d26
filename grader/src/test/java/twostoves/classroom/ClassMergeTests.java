package twostoves.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.report.Format;
import twostoves.report.Weights;

@DisplayName("Merging shards")
class ClassMergeTests {

    private static final Assignment WEEK_3 =
            new Assignment("Week 3", Fakes.EXERCISES, new Weights(Map.of("fetch-all", 3)));

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeClass() throws IOException {
        folder = temporary.resolve("class");
        for (String name : List.of("ada", "ben", "cleo", "dan", "eve", "flo")) {
            Fakes.submission(folder, name, "class FetchAll {}");
        }
        Files.createDirectories(folder.resolve("gus"));
    }

    private Path grade(String shard) throws Exception {
        return grade(shard, Fakes.GRADER, Fakes.EXERCISES);
    }

    private Path grade(String shard, GraderIdentity grader, List<Exercise> exercises) throws Exception {
        return grade(shard, grader, new Assignment(Assignment.TITLE, exercises, Weights.EQUAL));
    }

    private Path grade(String shard, GraderIdentity grader, Assignment assignment) throws Exception {
        Path out = temporary.resolve(shard.replace('/', '-'));
        new ClassMarking(
                        assignment,
                        grader,
                        (name, submission, seed) -> Fakes.report(
                                name, name.equals("ben") ? Map.of(Fakes.FETCH_ALL, Diagnosis.SEQUENTIAL) : Map.of()),
                        Set.of(Format.JSON),
                        1,
                        line -> {})
                .grade(ClassFolder.in(folder, out), Shard.parse(shard), 4711, out, true);
        return out;
    }

    private static void assertRefused(String message, Path... shards) {
        assertThatExceptionOfType(ClassException.class)
                .isThrownBy(() -> ClassMerge.of(List.of(shards), Fakes.GRADER))
                .withMessage(message);
    }

    @Test
    @DisplayName("gives what one machine would have given")
    void whole() throws Exception {
        Path whole = grade("1/1");
        Path merged = temporary.resolve("merged");

        ClassMerge merge = ClassMerge.of(List.of(grade("3/3"), grade("1/3"), grade("2/3")), Fakes.GRADER);
        Summary summary = merge.write(Fakes.assignment(), Set.of(Format.JSON), merged);

        assertThat(merge.exercises()).containsExactly("fetch-all", "split-range");
        assertThat(summary.lines()).startsWith("7 submissions · 5 solved everything · 81 % of the points on average");
        for (String file :
                List.of("gradebook.csv", "canvas.csv", "moodle.csv", "class.html", "class.json", "results/ben.json")) {
            assertThat(merged.resolve(file)).hasSameTextualContentAs(whole.resolve(file));
        }
        assertThat(merged.resolve("reports/ben/report.json")).exists();
    }

    @Test
    @DisplayName("refuses a directory without results")
    void noResults() {
        assertRefused(folder + " holds no results of \"kata class\".", folder);
    }

    @Test
    @DisplayName("refuses shards that different graders have graded")
    void otherGrader() throws Exception {
        Path one = grade("1/2");
        Path other = grade("2/2", new GraderIdentity("1", "fedcba9876543210"), Fakes.EXERCISES);

        assertRefused(
                "Different graders: " + one + " was graded by 1 (0123456789abcdef), " + other
                        + " by 1 (fedcba9876543210). Grade all shards with the same build of the grader.",
                one,
                other);
    }

    @Test
    @DisplayName("refuses shards that another grader than this one has graded")
    void notThisGrader() throws Exception {
        assertRefused(
                "The shards were graded by grader 1 (fedcba9876543210), and this is 1 (0123456789abcdef)."
                        + " Merge them with the grader that has graded them.",
                grade("1/1", new GraderIdentity("1", "fedcba9876543210"), Fakes.EXERCISES));
    }

    @Test
    @DisplayName("refuses shards that were graded on different exercises")
    void otherExercises() throws Exception {
        Path one = grade("1/2");
        Path other = grade("2/2", Fakes.GRADER, List.of(Fakes.FETCH_ALL));

        assertRefused(
                "Different exercises: " + one + " was graded on fetch-all, split-range; " + other
                        + " on fetch-all. Grade all shards on the same.",
                one,
                other);
    }

    @Test
    @DisplayName("refuses shards that count differently, until nothing but the gradebooks is made again")
    void otherSettings() throws Exception {
        Path one = grade("1/2");
        Path other = grade("2/2", Fakes.GRADER, WEEK_3);
        String message = "Different settings: " + one + " and " + other + " were graded with another title or other"
                + " weights. Give each shard the same kata.yml with --config, and --resume: nothing is graded again for"
                + " that.";

        assertRefused(message, one, other);

        grade("1/2", Fakes.GRADER, WEEK_3);
        ClassMerge merge = ClassMerge.of(List.of(one, other), Fakes.GRADER);
        assertThat(merge.title()).isEqualTo("Week 3");
        assertThat(merge.weights()).isEqualTo(WEEK_3.weights());
    }

    @Test
    @DisplayName("counts as the shards do")
    void settings() throws Exception {
        Path whole = grade("1/1", Fakes.GRADER, WEEK_3);
        ClassMerge merge = ClassMerge.of(
                List.of(grade("1/2", Fakes.GRADER, WEEK_3), grade("2/2", Fakes.GRADER, WEEK_3)), Fakes.GRADER);
        Path merged = temporary.resolve("merged");

        merge.write(new Assignment(merge.title(), WEEK_3.exercises(), merge.weights()), Set.of(Format.JSON), merged);

        assertThat(whole.resolve("canvas.csv")).content().contains("\"Week 3\"\r\n", "Possible\",,,,,40\r\n");
        for (String file : List.of("gradebook.csv", "canvas.csv", "moodle.csv", "class.html", "class.json")) {
            assertThat(merged.resolve(file)).hasSameTextualContentAs(whole.resolve(file));
        }
    }

    @Test
    @DisplayName("refuses shards of different divisions")
    void otherCount() throws Exception {
        Path one = grade("1/2");
        Path other = grade("2/3");

        assertRefused(
                "Different numbers of shards: " + one + " is 1/2, " + other
                        + " is 2/3. Merge the shards of one and the same division.",
                one,
                other);
    }

    @Test
    @DisplayName("refuses shards of different classes, and names somebody who makes the difference")
    void otherClass() throws Exception {
        Path one = grade("1/2");
        Fakes.submission(folder, "zoe", "class FetchAll {}");
        Path other = grade("2/2");
        String message = "Different classes: zoe is in that of " + other + " and not in that of " + one
                + ". Give every shard the same submissions, and grade with --resume.";

        assertRefused(message, one, other);
        assertRefused(message, other, one);
    }

    @Test
    @DisplayName("refuses the same shard twice")
    void twice() throws Exception {
        Path one = grade("1/2");

        assertRefused("Twice the same shard: " + one + " and " + one + " are both 1/2.", one, one);
    }

    @Test
    @DisplayName("refuses a class with shards missing, and names them")
    void missing() throws Exception {
        assertRefused(
                "Missing: 1/4, 4/4. Grade what is missing, and name all 4 directories.", grade("3/4"), grade("2/4"));
    }

    @Test
    @DisplayName("refuses a shard that has not been finished")
    void unfinished() throws Exception {
        Path one = grade("1/1");
        Files.delete(one.resolve("results/flo.json"));

        assertRefused(
                "Not finished: in " + one + ", which is shard 1/1, 1 submission has no result, such as flo."
                        + " Grade it again with --resume.",
                one);
    }

    @Test
    @DisplayName("overwrites nothing")
    void notEmpty() throws Exception {
        Path one = grade("1/1");

        assertThatExceptionOfType(ClassException.class)
                .isThrownBy(() -> ClassMerge.of(List.of(one), Fakes.GRADER)
                        .write(Fakes.assignment(), Set.of(Format.JSON), folder))
                .withMessage(folder + " is not empty, and holds no results of \"kata class\". Choose a new directory"
                        + " with --out.");
        assertThatExceptionOfType(ClassException.class)
                .isThrownBy(() ->
                        ClassMerge.of(List.of(one), Fakes.GRADER).write(Fakes.assignment(), Set.of(Format.JSON), one))
                .withMessage(one + " holds results already. Choose a new directory with --out.");
    }
}
