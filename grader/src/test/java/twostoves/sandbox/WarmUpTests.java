package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.grading.ExerciseResult;

@DisplayName("The warm-up")
class WarmUpTests {

    @TempDir
    Path scratch;

    @Test
    @DisplayName("goes through all that a grading does, to its end")
    void solved() {
        assertThat(WarmUp.run(scratch).status()).isEqualTo(ExerciseResult.Status.SOLVED);
    }

    @Test
    @DisplayName("compiles a file of its own, and leaves none behind")
    void compiled() {
        assertThat(WarmUp.compile(scratch)).isInstanceOfSatisfying(Compiling.Done.class, done -> {
            assertThat(done.reply().complaints()).isEmpty();
            assertThat(done.classes())
                    .extracting(NamedFile::name)
                    .containsExactly("twostoves/concurrency/WarmUp.class");
        });
        assertThat(scratch).isEmptyDirectory();
    }
}
