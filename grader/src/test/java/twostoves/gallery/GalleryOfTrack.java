package twostoves.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import twostoves.checks.Curriculum;
import twostoves.gallery.JudgingProcess.Verdict;
import twostoves.grading.Exercise;
import twostoves.grading.Track;

/** The part of the gallery that belongs to one track: a class of tests each, so that they can run side by side. */
abstract class GalleryOfTrack {

    private static final List<String> FLAGS = List.of("-XX:ActiveProcessorCount=4");

    private final Path repository = Path.of(System.getProperty("kata.repository"));
    private final Gallery gallery = new Gallery(repository);
    private final Track track;

    GalleryOfTrack(Track track) {
        this.track = track;
    }

    @TestFactory
    @DisplayName("gives every submission the verdict of its folder, and solves every reference and alternative")
    Stream<DynamicContainer> verdicts() {
        return Curriculum.exercises().stream()
                .filter(exercise -> exercise.track() == track)
                .map(Exercise::id)
                .map(id -> DynamicContainer.dynamicContainer(id, Stream.of(id).flatMap(this::verdictsOn)));
    }

    private Stream<DynamicTest> verdictsOn(String exercise) {
        List<Exhibited> submissions = gallery.solutionsAndSubmissions().stream()
                .filter(submission -> submission.exerciseId().equals(exercise))
                .toList();
        submissions.forEach(gallery::compile); // here, where the compiler is warm
        Map<String, Verdict> verdicts = judge(exercise);
        return submissions.stream()
                .map(submission -> DynamicTest.dynamicTest(submission.name(), () -> {
                    assertThat(verdicts.keySet())
                            .as("judged before the process ended")
                            .contains(submission.name());
                    assertThat(verdicts.get(submission.name()).odd()).isEmpty();
                    assertThat(verdicts.get(submission.name()).deviations()).isEmpty();
                }));
    }

    private Map<String, Verdict> judge(String exercise) {
        try {
            return JudgingProcess.run(FLAGS, repository, 1, exercise + "/.*").verdicts().stream()
                    .collect(Collectors.toMap(Verdict::name, verdict -> verdict));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
