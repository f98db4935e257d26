package twostoves.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import twostoves.report.Format;
import twostoves.report.Report;

/** What to write a report as, beside the JSON that is always written. */
final class FormatOption {

    /** Fills in the placeholder of the option's description. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Format.values()).map(Format::id).iterator();
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            completionCandidates = Candidates.class,
            description = "What to write beside report.json: ${COMPLETION-CANDIDATES}.")
    private List<String> names = new ArrayList<>();

    /**
     * Finds the formats asked for. To be called before anything is graded.
     *
     * @return the formats, the JSON first
     * @throws WrongUseException if there is no format of such a name, or if two of them write a file of the same name
     */
    Set<Format> formats() {
        Set<Format> formats = EnumSet.of(Format.JSON);
        names.forEach(name -> formats.add(Format.named(name).orElseThrow(() -> unknown(name))));
        refuseClashes(formats);
        return formats;
    }

    /** Writes a report in some formats into one directory. */
    static void write(Report report, Set<Format> formats, Path directory) throws IOException {
        for (Format format : formats) {
            format.write(report, directory);
        }
    }

    private static void refuseClashes(Set<Format> formats) {
        Map<String, Format> writers = new HashMap<>();
        for (Format format : formats) {
            for (String file : format.fileNames()) {
                Format other = writers.put(file, format);
                if (other != null) {
                    throw new WrongUseException("Both " + other.id() + " and " + format.id() + " write " + file
                            + ": ask for one of them at a time.");
                }
            }
        }
    }

    private static WrongUseException unknown(String name) {
        List<String> known = Arrays.stream(Format.values()).map(Format::id).toList();
        Optional<String> meant = Similar.to(name, known);
        return new WrongUseException("Unknown format: \"" + name + "\". "
                + meant.map(format -> "Did you mean " + format + "? ").orElse("")
                + known.stream().collect(Collectors.joining(", ", "Known: ", ".")));
    }
}
