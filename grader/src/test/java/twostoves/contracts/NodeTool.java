package twostoves.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The programs that read what the grader writes, as their makers publish them for Node.js: their versions stand in
 * {@code grader/src/test/contracts/package-lock.json}, and npm installs them into {@code grader/target/contracts} once.
 */
public final class NodeTool {

    private static final Path GRADER = Path.of(System.getProperty("kata.repository"), "grader");
    private static final Path SOURCES = GRADER.resolve("src/test/contracts");
    private static final Path INSTALLED = GRADER.resolve("target/contracts");

    private NodeTool() {}

    /**
     * Runs one of the scripts in {@code grader/src/test/contracts}.
     *
     * @param script its name without {@code .mjs}
     * @param input what it reads, to be written as JSON
     * @return what it prints, read as JSON
     */
    public static JsonNode run(String script, Object input) {
        Processes.require("node");
        Processes.require("npm");
        install();
        String json = JsonMapper.shared().writeValueAsString(input);
        return JsonMapper.shared().readTree(Processes.output(INSTALLED, json, "node", script + ".mjs"));
    }

    /** Several test processes may want it at the same time. */
    private static synchronized void install() {
        try {
            Files.createDirectories(INSTALLED);
            try (FileChannel lock =
                    FileChannel.open(INSTALLED.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                installOnce();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void installOnce() throws IOException {
        Path done = INSTALLED.resolve("installed.json");
        String wanted = Files.readString(SOURCES.resolve("package-lock.json"));
        copy();
        if (!Files.exists(done) || !Files.readString(done).equals(wanted)) {
            Processes.output(INSTALLED, "", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            Files.writeString(done, wanted);
        }
    }

    private static void copy() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                Files.copy(file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
