package twostoves.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The learner's code, to be quoted from. Whatever cannot be quoted is left out: a report without an excerpt is as good as
 * any. Used by one thread.
 */
public final class Sources {

    /** Larger files are not quoted from. */
    private static final long LARGEST_FILE = 1 << 20;

    private static final Path ROOT = Path.of("src", "main", "java");

    private final Path module;
    private final Map<String, List<String>> files = new HashMap<>();

    private Sources(Path module) {
        this.module = module;
    }

    /**
     * Quotes from a module.
     *
     * @param module the directory that paths in a report are relative to
     * @return its sources, read when they are needed
     */
    public static Sources in(Path module) {
        return new Sources(module);
    }

    /** The lines around one; empty if there is no such line, or if the file is none of the learner's. */
    Optional<ReportedSource> around(String file, int line) {
        List<String> text = files.computeIfAbsent(file, this::read);
        return line >= 1 && line <= text.size() ? Optional.of(ReportedSource.around(text, line)) : Optional.empty();
    }

    /** Gives nothing of files that lie outside of the module, or that are reached through a link. */
    private List<String> read(String file) {
        try {
            Path root = module.toRealPath();
            Path path = root.resolve(file);
            boolean learners = path.normalize().equals(path)
                    && path.startsWith(root.resolve(ROOT))
                    && path.toRealPath().equals(path)
                    && Files.isRegularFile(path)
                    && Files.size(path) <= LARGEST_FILE;
            return learners ? lines(Files.readAllBytes(path)) : List.of();
        } catch (IOException | InvalidPathException unreadable) {
            return List.of();
        }
    }

    private static List<String> lines(byte[] text) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(text))
                .toString()
                .lines()
                .toList();
    }
}
