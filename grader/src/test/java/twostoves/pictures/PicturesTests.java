package twostoves.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The pictures of the exercises' pages")
class PicturesTests {

    private static final Path IMAGES = Path.of(System.getProperty("kata.repository"), "docs", "exercises", "images");

    @TempDir
    private Path scratch;

    @Test
    @DisplayName("are what their programs draw: blur-image")
    void blurImage() throws IOException {
        Path drawn = scratch.resolve("blur-image.svg");

        BlurImagePicture.main(new String[] {drawn.toString()});

        assertThat(drawn).hasSameTextualContentAs(IMAGES.resolve("blur-image.svg"));
    }

    @Test
    @DisplayName("are what their programs draw: monte-carlo-pi")
    void monteCarloPi() throws IOException {
        Path drawn = scratch.resolve("monte-carlo-pi.svg");

        MonteCarloPiPicture.main(new String[] {drawn.toString()});

        assertThat(drawn).hasSameTextualContentAs(IMAGES.resolve("monte-carlo-pi.svg"));
    }
}
