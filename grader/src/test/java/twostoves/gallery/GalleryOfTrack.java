package twostoves.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import twostoves.classroom.Shard;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Gradebook;
import twostoves.grading.Track;

/**
 * The part of the gallery that belongs to one track: a class of tests each, so that they can run side by side. The system
 * property {@code gallery.shard}, such as {@code 2/3}, leaves out the wrong submissions that do not fall into that part.
 */
abstract class GalleryOfTrack {

    private final Gallery gallery = new Gallery(Path.of(System.getProperty("kata.repository")));
    private final Track track;
    private final Optional<Shard> shard = Optional.ofNullable(System.getProperty("gallery.shard"))
            .filter(text -> !text.isEmpty())
            .map(Shard::parse);

    /** Submissions print a lot: words of their own, stack traces, and those of threads that are ended under them. */
    private static final PrintStream OUT = System.out;

    private static final PrintStream ERR = System.err;

    GalleryOfTrack(Track track) {
        this.track = track;
    }

    @BeforeAll
    static void silence() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterAll
    static void speak() {
        System.setOut(OUT);
        System.setErr(ERR);
    }

    @TestFactory
    @DisplayName("gives every submission the verdict of its folder")
    Stream<DynamicTest> verdicts() {
        return gallery.submissions().stream()
                .filter(submission -> submission.exercise().track() == track)
                .filter(this::isDue)
                .map(submission -> DynamicTest.dynamicTest(submission.name(), () -> {
                    Gradebook book = new Gradebook();
                    ExerciseResult result = gallery.judge(submission, book);
                    assertThat(submission.oddity(result)).isEmpty();
                    assertThat(book.defects()).isEmpty();
                }));
    }

    private boolean isDue(Exhibited submission) {
        return submission.status() != ExerciseResult.Status.FAILED
                || shard.map(part -> part.holds(submission.name())).orElse(true);
    }
}
