package twostoves.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("A browser")
class BrowserTests {

    private static final Path FILE = Path.of("target", "a report.html");
    private static final String PATH = FILE.toAbsolutePath().toString();
    private static final String URI = FILE.toAbsolutePath().toUri().toString();

    private final List<List<String>> started = new ArrayList<>();

    private Browser browser(String system, Map<String, String> environment, boolean works) {
        return new Browser(system, environment, command -> {
            started.add(command);
            return works;
        });
    }

    @Test
    @DisplayName("is opened by the command that each system has for it")
    void commands() throws InterruptedException {
        assertThat(browser("Mac OS X", Map.of(), true).open(FILE)).isTrue();
        assertThat(browser("Windows 11", Map.of(), true).open(FILE)).isTrue();
        assertThat(browser("Linux", Map.of("DISPLAY", ":0"), true).open(FILE)).isTrue();
        assertThat(browser("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), true)
                        .open(FILE))
                .isTrue();

        assertThat(started)
                .containsExactly(
                        List.of("open", PATH),
                        List.of("rundll32", "url.dll,FileProtocolHandler", URI),
                        List.of("xdg-open", PATH),
                        List.of("xdg-open", PATH));
    }

    @Test
    @DisplayName("is looked for by one command after another until one works")
    void oneAfterAnother() throws InterruptedException {
        Map<String, String> all = Map.of("WSL_DISTRO_NAME", "Debian", "DISPLAY", ":0", "BROWSER", "firefox:lynx");

        assertThat(browser("Linux", all, false).open(FILE)).isFalse();

        assertThat(started)
                .containsExactly(List.of("wslview", PATH), List.of("xdg-open", PATH), List.of("firefox", URI));
    }

    @Test
    @DisplayName("is not looked for where there is no screen and no word of one")
    void noScreen() throws InterruptedException {
        assertThat(browser("Linux", Map.of("DISPLAY", ""), true).open(FILE)).isFalse();

        assertThat(started).isEmpty();
    }

    @Test
    @DisplayName("that is not installed is no failure")
    void notInstalled() throws InterruptedException {
        Browser browser = new Browser("Linux", Map.of("DISPLAY", ":0", "BROWSER", "firefox"), command -> {
            started.add(command);
            throw new IOException("Cannot run program");
        });

        assertThat(browser.open(FILE)).isFalse();

        assertThat(started).hasSize(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("is asked by a real command, whose exit code is heeded")
    void realCommand() throws InterruptedException {
        Browser real = Browser.ofProcess();
        // any Linux has these two, which take a file and open nothing
        assertThat(new Browser("Linux", Map.of("BROWSER", "/bin/true"), real.starter()).open(FILE))
                .isTrue();
        assertThat(new Browser("Linux", Map.of("BROWSER", "/bin/false"), real.starter()).open(FILE))
                .isFalse();
        assertThat(new Browser("Linux", Map.of("BROWSER", "/no/such/program"), real.starter()).open(FILE))
                .isFalse();
    }
}
