package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lines of a process")
class LinesTests {

    private static List<String> read(String text, int limit) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit);
        List<String> read = new ArrayList<>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(line.get());
        }
        return read;
    }

    @Test
    @DisplayName("end at each line feed, the last one also without")
    void splits() throws IOException {
        assertThat(read("one\n\nthree", 100)).containsExactly("one", "", "three");
    }

    @Test
    @DisplayName("are cut to the limit, and the next one is whole")
    void cuts() throws IOException {
        assertThat(read("x".repeat(1_000_000) + "\nshort\n", 10)).containsExactly("x".repeat(10), "short");
    }

    @Test
    @DisplayName("are none if nothing was written")
    void none() throws IOException {
        assertThat(read("", 10)).isEmpty();
    }
}
