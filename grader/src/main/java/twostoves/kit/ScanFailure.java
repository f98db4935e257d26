package twostoves.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Some of the files of a scan could not be read. It carries what was counted in the others, so that nothing is lost. */
public final class ScanFailure extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Map<Path, Long> counted;
    private final transient Map<Path, IOException> failures;

    /**
     * Creates the exception; copies both maps and keeps their order. Every failure is also suppressed in it, so that its
     * stack trace shows them all.
     *
     * @param counted the number of lines of each file that could be read
     * @param failures for each file that could not be read, the exception that reading it threw
     * @throws NullPointerException if a map, or a failure in it, is null
     */
    public ScanFailure(Map<Path, Long> counted, Map<Path, IOException> failures) {
        super(failures.size() + (failures.size() == 1 ? " file" : " files") + " could not be read: "
                + failures.keySet().stream().map(Path::toString).collect(Collectors.joining(", ")));
        this.counted = Collections.unmodifiableMap(new LinkedHashMap<>(counted));
        this.failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        failures.values().forEach(this::addSuppressed);
    }

    /**
     * Tells what was counted all the same.
     *
     * @return the number of lines of each file that could be read; unmodifiable
     */
    public Map<Path, Long> counted() {
        return counted;
    }

    /**
     * Tells what went wrong.
     *
     * @return for each file that could not be read, the exception that reading it threw; unmodifiable
     */
    public Map<Path, IOException> failures() {
        return failures;
    }
}
