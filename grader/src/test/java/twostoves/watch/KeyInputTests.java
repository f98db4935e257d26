package twostoves.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever listens to the keys")
class KeyInputTests {

    @Test
    @DisplayName("hears nobody at a terminal that has been closed meanwhile, as it is at the end of the loop")
    void closed() throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(false)
                .streams(new ByteArrayInputStream("h".getBytes(StandardCharsets.UTF_8)), new ByteArrayOutputStream())
                .type("xterm")
                .encoding(StandardCharsets.UTF_8)
                .graphemeCluster(false)
                .build();
        KeyInput keys = new KeyInput(terminal);
        terminal.close();

        assertThat(keys.next()).isEqualTo(new Event.NobodyTypes());
    }
}
