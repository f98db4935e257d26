package twostoves.sandbox;

import java.util.List;
import twostoves.grading.Workbench;

/** What a {@link Worker} is told, a line each, after its {@link Brief}. */
sealed interface Order {

    /**
     * To compile sources, before any code of the submission has run in that process. Answered by {@link Compiling}.
     *
     * @param sources the files
     * @param classPath what they are compiled against
     */
    record Compile(List<NamedFile> sources, String classPath) implements Order {}

    /**
     * To judge these classes from now on; no more is compiled.
     *
     * @param bench the classes
     */
    record Take(Workbench bench) implements Order {}

    /**
     * To judge one exercise. Answered by a {@link Reply}.
     *
     * @param checks the binary name of its class of checks
     */
    record Judge(String checks) implements Order {}

    /** Writes it as one line. */
    default String line() {
        return switch (this) {
            case Compile compile -> "compile " + Wire.write(compile);
            case Take take -> "take " + Wire.write(take);
            case Judge judge -> "judge " + Wire.write(judge);
        };
    }

    /** Reads such a line. */
    static Order of(String line) {
        String[] parts = line.split(" ", 2);
        return switch (parts[0]) {
            case "compile" -> Wire.read(parts[1], Compile.class);
            case "take" -> Wire.read(parts[1], Take.class);
            case "judge" -> Wire.read(parts[1], Judge.class);
            default -> throw new IllegalArgumentException("no order: " + parts[0]);
        };
    }
}
