package twostoves.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import twostoves.sandbox.InvalidSubmissionException;
import twostoves.sandbox.Submission;

/** What stands in the learner's source files, so that a change is told from a file that was only touched. */
final class Sources {

    private final Path module;
    private Map<Path, Stamp> seen = Map.of();

    /** A file at one moment. Its text is compared only if one of the others differs. */
    private record Stamp(long size, long modified, long text) {}

    Sources(Path module) {
        this.module = module;
    }

    /**
     * Looks what has changed since it was last asked.
     *
     * @return the files that are new, gone or have another text
     */
    Set<Path> changes() {
        Map<Path, Stamp> now = look();
        Set<Path> changed = new TreeSet<>();
        now.forEach((file, stamp) -> {
            if (!seen.containsKey(file) || seen.get(file).text != stamp.text) {
                changed.add(file);
            }
        });
        seen.keySet().stream().filter(file -> !now.containsKey(file)).forEach(changed::add);
        seen = now;
        return changed;
    }

    private Map<Path, Stamp> look() {
        Map<Path, Stamp> now = new HashMap<>();
        try {
            for (Path file : Submission.in(module).sources()) {
                look(file, now);
            }
        } catch (InvalidSubmissionException none) {
            // there are none, or one is a link: whoever judges them says so
        }
        return now;
    }

    private void look(Path file, Map<Path, Stamp> now) {
        try {
            long size = Files.size(file);
            long modified = Files.getLastModifiedTime(file).toMillis();
            Stamp before = seen.get(file);
            boolean same = before != null && before.size == size && before.modified == modified;
            now.put(file, same ? before : new Stamp(size, modified, text(file)));
        } catch (IOException gone) {
            // an editor is about to put another in its place
        }
    }

    private static long text(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(Files.readAllBytes(file));
        return sum.getValue();
    }
}
