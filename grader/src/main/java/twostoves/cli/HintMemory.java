package twostoves.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Remembers how many hints of each exercise were shown. */
final class HintMemory {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path directory;
    private final Path file;
    private final Map<String, Integer> shown;

    HintMemory(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("hints.json");
        this.shown = read();
    }

    /** A file that cannot be read is as good as none: hints begin again with the first. */
    private Map<String, Integer> read() {
        try {
            return new TreeMap<>(JSON.readValue(Files.readString(file), new TypeReference<Map<String, Integer>>() {}));
        } catch (IOException | JacksonException e) {
            return new TreeMap<>();
        }
    }

    int shown(String exercise) {
        return Math.max(0, shown.getOrDefault(exercise, 0));
    }

    void remember(String exercise, int count) throws IOException {
        shown.put(exercise, count);
        Files.createDirectories(directory);
        // what this command line remembers is nobody else's business, and git need not be told of it elsewhere
        Files.writeString(directory.resolve(".gitignore"), "*\n");
        Path written = Files.writeString(directory.resolve("hints.json.new"), JSON.writeValueAsString(shown) + "\n");
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
