package twostoves.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Replaces files in one step, so that nobody ever reads half of one. */
final class AtomicFile {

    private AtomicFile() {}

    /** Writes a text in UTF-8; makes the directories above the file where there are none. */
    static void replace(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        // beside the target, because a move is atomic within one file system only
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        try {
            Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
