package twostoves.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;

@DisplayName("The page of an exercise")
class ExercisePageTests {

    private static final List<String> EXERCISES =
            Curriculum.exercises().stream().map(Exercise::id).toList();

    private static final String MARKDOWN = """
        # Boil eggs

        A story.

        ## What you are asked for

        Boil them.

        - All at once.

        ## Hints

        <details><summary>Hint 1: A large pot</summary>

        One pot,
        all eggs.

        ```java
        pot.addAll(eggs);
        ```

        </details>

        <details><summary>Hint 2: Salt</summary>

        A pinch.

        </details>

        ## What you have learned

        Eggs wait together.

        ## What to read next

        Nothing.
        """;

    @Test
    @DisplayName("has a title, a brief and at least three hints, numbered from 1")
    void everyPageIsWhole() {
        assertThat(EXERCISES).allSatisfy(id -> {
            ExercisePage page = ExercisePage.of(id);
            assertThat(page.title()).isNotBlank();
            assertThat(page.brief()).startsWith("```java\n").doesNotContain("\n## ");
            assertThat(page.hints()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(page.hints())
                    .extracting(Hint::number)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, page.hints().size())
                                    .boxed()
                                    .toList());
            assertThat(page.hints()).allSatisfy(hint -> {
                assertThat(hint.title()).isNotBlank();
                assertThat(hint.text()).isNotBlank().doesNotContain("<details>", "</details>");
            });
        });
    }

    @Test
    @DisplayName("is read part by part")
    void readsParts() {
        assertThat(ExercisePage.parse("exercises/boil-eggs.md", MARKDOWN))
                .isEqualTo(new ExercisePage(
                        "Boil eggs",
                        "Boil them.\n\n- All at once.",
                        List.of(
                                new Hint(1, "A large pot", "One pot,\nall eggs.\n\n```java\npot.addAll(eggs);\n```"),
                                new Hint(2, "Salt", "A pinch.")),
                        Optional.of("Eggs wait together.")));
    }

    @Test
    @DisplayName("says what has been learned when it is done")
    void saysWhatWasLearned() {
        assertThat(EXERCISES)
                .allSatisfy(id -> assertThat(ExercisePage.of(id).learned())
                        .hasValueSatisfying(
                                learned -> assertThat(learned).isNotBlank().doesNotContain("#", "<")));
    }

    @Test
    @DisplayName("is named where there is none")
    void namesMissingPage() {
        assertThatExceptionOfType(PageException.class)
                .isThrownBy(() -> ExercisePage.of("boil-eggs"))
                .withMessage("docs/exercises/boil-eggs.md: there is no such page");
    }

    @Test
    @DisplayName("is not looked for outside the exercises")
    void staysInItsFolder() {
        assertThatExceptionOfType(PageException.class)
                .isThrownBy(() -> ExercisePage.of("../misconceptions"))
                .withMessage("docs/exercises/../misconceptions.md: there is no such page");
    }

    @Test
    @DisplayName("is refused without a title")
    void refusesMissingTitle() {
        assertRefused(MARKDOWN.substring(1), "the first line is not a title");
    }

    @Test
    @DisplayName("is refused without a brief")
    void refusesMissingBrief() {
        assertRefused(
                MARKDOWN.replace("What you are asked for", "Brief"), "there is no section \"What you are asked for\"");
    }

    @Test
    @DisplayName("is refused without hints")
    void refusesMissingHints() {
        assertRefused(MARKDOWN.replace("summary", "b"), "there are no hints");
    }

    @Test
    @DisplayName("is refused where a number is left out among the hints")
    void refusesGap() {
        assertRefused(MARKDOWN.replace("Hint 2:", "Hint 3:"), "hint 2 is missing before hint 3");
    }

    private static void assertRefused(String markdown, String problem) {
        assertThatExceptionOfType(PageException.class)
                .isThrownBy(() -> ExercisePage.parse("exercises/boil-eggs.md", markdown))
                .withMessage("docs/exercises/boil-eggs.md: " + problem);
    }
}
