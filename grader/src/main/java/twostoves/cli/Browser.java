package twostoves.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Shows pages to the user.
 *
 * @param system the name of the operating system, as Java has it
 * @param environment the environment variables
 * @param starter runs a command
 */
record Browser(String system, Map<String, String> environment, Starter starter) {

    /** A place where nobody can be shown a page. */
    static final Browser NONE = new Browser("", Map.of(), command -> false);

    /** How long a command that opens a browser may take to say that it cannot. */
    private static final int PATIENCE_IN_SECONDS = 2;

    /** Runs a command. */
    @FunctionalInterface
    interface Starter {

        /** Tells whether the command works, as far as can be known soon. */
        boolean start(List<String> command) throws IOException, InterruptedException;
    }

    static Browser ofProcess() {
        return new Browser(System.getProperty("os.name", ""), System.getenv(), Browser::run);
    }

    private static boolean run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        // still running, it is the browser itself
        return !process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
    }

    /**
     * Opens a file.
     *
     * @return whether that worked, as far as can be known
     */
    boolean open(Path file) throws InterruptedException {
        for (List<String> command : commands(file.toAbsolutePath().normalize())) {
            try {
                if (starter.start(command)) {
                    return true;
                }
            } catch (IOException notInstalled) {
                // the next one may be
            }
        }
        return false;
    }

    /** What may open a file here, the best first. */
    private List<List<String>> commands(Path file) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return List.of(List.of("open", file.toString()));
        }
        if (name.startsWith("windows")) {
            return List.of(List.of(
                    "rundll32", "url.dll,FileProtocolHandler", file.toUri().toString()));
        }
        List<List<String>> commands = new ArrayList<>();
        if (has("WSL_DISTRO_NAME")) {
            commands.add(List.of("wslview", file.toString()));
        }
        // without a screen it would start a browser for terminals, in this one
        if (has("DISPLAY") || has("WAYLAND_DISPLAY")) {
            commands.add(List.of("xdg-open", file.toString()));
        }
        if (has("BROWSER")) {
            commands.add(List.of(
                    environment.get("BROWSER").split(":", 2)[0], file.toUri().toString()));
        }
        return commands;
    }

    private boolean has(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }
}
