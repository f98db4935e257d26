package twostoves.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.grading.Diagnosis;

@DisplayName("The page of misconceptions")
class MisconceptionPagesTests {

    private static final String ENTRY = """
        ## A section

        ### `busy-wait`
        **A thread asks again and again.**

        *How it shows:* It used
        processor time.

        *Why it matters:* It takes a core away.

        *What to do:* Block.

        And think.

        ```
        thread 1  ██

        thread 2    ██
        ```

        ## Another section

        Nothing here.
        """;

    @Test
    @DisplayName("has one entry for each diagnosis, and no other")
    void oneEntryForEachDiagnosis() {
        assertThat(MisconceptionPages.load().all())
                .extracting(MisconceptionPage::id)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Diagnosis.values()).map(Diagnosis::id).toList());
    }

    @Test
    @DisplayName("finds the entry of a diagnosis")
    void findsEntry() {
        MisconceptionPage page = MisconceptionPages.load().of(Diagnosis.SUBMIT_THEN_WAIT);

        assertThat(page.title()).isEqualTo("Each task starts only after the one before it has returned.");
        assertThat(page.shows()).startsWith("There are several threads, and still no two bars overlap");
        assertThat(page.matters()).startsWith("`get()` and `join()` block");
        assertThat(page.todo()).startsWith("Make two passes.").endsWith("take the results from that list.");
        assertThat(page.picture().orElseThrow().lines()).hasSize(3).allMatch(line -> line.startsWith("submit, get "));
    }

    @Test
    @DisplayName("says something in every part of every entry, under a title that is a sentence")
    void everyEntryIsWhole() {
        assertThat(MisconceptionPages.load().all()).allSatisfy(page -> {
            assertThat(page.title()).endsWith(".").doesNotContain("\n");
            assertThat(page.shows()).isNotBlank().doesNotContain("*How it shows:*");
            assertThat(page.matters()).isNotBlank().doesNotContain("*Why it matters:*");
            assertThat(page.todo()).isNotBlank().doesNotContain("*What to do:*", "```");
        });
    }

    @Test
    @DisplayName("is read part by part, with blank lines in a part and in a picture")
    void readsParts() {
        assertThat(MisconceptionPages.parse(ENTRY).all()).singleElement().satisfies(page -> {
            assertThat(page.id()).isEqualTo("busy-wait");
            assertThat(page.title()).isEqualTo("A thread asks again and again.");
            assertThat(page.shows()).isEqualTo("It used\nprocessor time.");
            assertThat(page.matters()).isEqualTo("It takes a core away.");
            assertThat(page.todo()).isEqualTo("Block.\n\nAnd think.");
            assertThat(page.picture()).contains("thread 1  ██\n\nthread 2    ██");
        });
    }

    @Test
    @DisplayName("takes what begins like a heading, but is none, for a part of an entry")
    void readsHashes() {
        String code = "#include\n#### deep\n not # one";

        assertThat(MisconceptionPages.parse(ENTRY.replace("thread 1  ██", code))
                        .of(Diagnosis.BUSY_WAIT)
                        .picture())
                .contains(code + "\n\nthread 2    ██");
    }

    @Test
    @DisplayName("is refused where an entry lacks a part")
    void refusesIncompleteEntry() {
        assertThatExceptionOfType(PageException.class)
                .isThrownBy(() -> MisconceptionPages.parse(ENTRY.replace("*Why it matters:* ", ""))
                        .of(Diagnosis.BUSY_WAIT))
                .withMessage("docs/misconceptions.md: the entry `busy-wait` is not a bold title, \"How it shows\","
                        + " \"Why it matters\", \"What to do\" and at most one block, in this order");
    }

    @Test
    @DisplayName("is refused where an entry stands twice")
    void refusesRepeatedEntry() {
        assertThatExceptionOfType(PageException.class)
                .isThrownBy(() -> MisconceptionPages.parse(ENTRY + ENTRY))
                .withMessage("docs/misconceptions.md: there are two entries `busy-wait`");
    }

    @Test
    @DisplayName("names the entry that it does not have")
    void namesMissingEntry() {
        MisconceptionPages pages = MisconceptionPages.parse(ENTRY);

        assertThatExceptionOfType(PageException.class)
                .isThrownBy(() -> pages.of(Diagnosis.DEADLOCK))
                .withMessage("docs/misconceptions.md: there is no entry `deadlock`");
    }
}
