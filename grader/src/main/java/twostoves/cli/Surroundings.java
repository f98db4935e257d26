package twostoves.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import twostoves.workspace.Repository;

/**
 * Where the command line was called.
 *
 * @param directory the current directory
 * @param repositoryNamed the repository, if somebody has said which one
 * @param terminal where to write
 * @param debug whether faults are shown with all that is known of them
 * @param browser shows pages
 */
record Surroundings(Path directory, Optional<Path> repositoryNamed, Terminal terminal, boolean debug, Browser browser) {

    /** Creates surroundings without a browser. */
    Surroundings(Path directory, Optional<Path> repositoryNamed, Terminal terminal, boolean debug) {
        this(directory, repositoryNamed, terminal, debug, Browser.NONE);
    }

    static Surroundings ofProcess() {
        return new Surroundings(
                Path.of(""),
                Optional.ofNullable(System.getProperty("kata.repository")).map(Path::of),
                Terminal.ofProcess(System.getenv()),
                !System.getenv().getOrDefault("KATA_DEBUG", "").isEmpty(),
                Browser.ofProcess());
    }

    /**
     * Finds the repository.
     *
     * @throws WrongUseException if there is none
     */
    Repository repository() {
        Path from = repositoryNamed.orElse(directory.toAbsolutePath().normalize());
        return Repository.above(from)
                .orElseThrow(() -> new WrongUseException("Not in a clone of Two Stoves: there is no "
                        + Repository.LANDMARK + " in " + from + " or above it."));
    }

    /**
     * Shows a page in a browser.
     *
     * @return the lines that tell what came of it
     */
    List<String> open(Path page) throws InterruptedException {
        return browser.open(page)
                ? List.of("Opened in your browser: " + nameOf(page))
                : List.of("No browser can be opened from here. Open this page yourself:", "  " + page.toUri());
    }

    /** Finds a path as somebody typed it. */
    Path resolve(Path typed) {
        return directory.resolve(typed);
    }

    /** Names a path as somebody would type it here: relative to the current directory if it is below. */
    String nameOf(Path path) {
        Path here = directory.toAbsolutePath().normalize();
        Path there = path.toAbsolutePath().normalize();
        return (there.startsWith(here) ? here.relativize(there) : there)
                .toString()
                .replace('\\', '/');
    }
}
