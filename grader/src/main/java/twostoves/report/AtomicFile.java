package twostoves.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

/** Replaces files in one step, so that nobody ever reads half of one. */
public final class AtomicFile {

    private static final Pattern TEMPORARY = Pattern.compile("\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private AtomicFile() {}

    /**
     * Writes a text in UTF-8; makes the directories above the file where there are none.
     *
     * @param file the file; what it held is gone afterwards, or still whole if this fails
     * @param text its new content
     * @throws IOException if it cannot be written
     */
    public static void replace(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        // beside the target, because a move is atomic within one file system only; short, as the target's name may be
        // as
        // long as a name can be
        Path temporary = target.resolveSibling("." + UUID.randomUUID());
        try {
            Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Tells whether a file is one that {@link #replace} had not put in its place yet.
     *
     * @param name the name of a file
     * @return whether it looks like one of these
     */
    public static boolean isTemporary(String name) {
        return TEMPORARY.matcher(name).matches();
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
