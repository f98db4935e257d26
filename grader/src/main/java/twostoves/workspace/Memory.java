package twostoves.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import twostoves.report.AtomicFile;

/** The directory in which the command line keeps what it remembers of a learner. */
final class Memory {

    private Memory() {}

    /** Replaces a file there in one step; makes the directory where there is none. */
    static void write(Path directory, String name, String text) throws IOException {
        open(directory);
        AtomicFile.replace(directory.resolve(name), text);
    }

    /** Makes the directory where there is none. */
    static void open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path ignore = directory.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            // what this command line remembers is nobody else's business, and git need not be told of it elsewhere
            AtomicFile.replace(ignore, "*\n");
        }
    }
}
