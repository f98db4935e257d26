package twostoves.checks.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Real pictures")
class RealPicturesTests {

    private final RealPictures pictures = RealPictures.of(5, new Random(1));

    @Test
    @DisplayName("are PNG files")
    void png() {
        assertThat(pictures.files().values())
                .allSatisfy(file -> assertThat(Base64.getDecoder().decode(file)).startsWith(0x89, 'P', 'N', 'G'));
    }

    @Test
    @DisplayName("are shrunk to their thumbnails, which are a quarter as wide and high")
    void shrink() {
        pictures.files()
                .forEach((path, file) -> assertThat(RealPictures.shrink(file))
                        .isEqualTo(pictures.thumbnails().get(path))
                        .satisfies(thumbnail -> assertThat(thumbnail.width()).isEqualTo(16))
                        .satisfies(thumbnail -> assertThat(thumbnail.height()).isEqualTo(12)));
    }

    @Test
    @DisplayName("are different from one another")
    void different() {
        assertThat(pictures.thumbnails().values()).doesNotHaveDuplicates();
    }
}
