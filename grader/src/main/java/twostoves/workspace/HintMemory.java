package twostoves.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Remembers how many hints of each exercise were shown. */
public final class HintMemory {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "hints.json";

    private final Path directory;
    private final Map<String, Integer> shown;

    /**
     * Opens the memory of a working tree.
     *
     * @param repository the working tree
     */
    public HintMemory(Repository repository) {
        this.directory = repository.memory();
        this.shown = read();
    }

    /** A file that cannot be read is as good as none: hints begin again with the first. */
    private Map<String, Integer> read() {
        try {
            return new TreeMap<>(JSON.readValue(
                    Files.readString(directory.resolve(FILE)), new TypeReference<Map<String, Integer>>() {}));
        } catch (IOException | JacksonException e) {
            return new TreeMap<>();
        }
    }

    /**
     * Tells how many hints were shown.
     *
     * @param exercise the id of the exercise
     * @return their number, from 0
     */
    public int shown(String exercise) {
        return Math.max(0, shown.getOrDefault(exercise, 0));
    }

    /**
     * Notes that hints were shown.
     *
     * @param exercise the id of the exercise
     * @param count how many in all
     * @throws IOException if that cannot be written down
     */
    public void remember(String exercise, int count) throws IOException {
        shown.put(exercise, count);
        Memory.write(directory, FILE, JSON.writeValueAsString(shown) + "\n");
    }
}
