package twostoves.sandbox;

import java.util.List;
import java.util.Optional;

/** What a worker says of what it {@linkplain Order.Compile compiles}, a line each. */
sealed interface Compiling {

    /** It turns to a file. */
    record At(String file) implements Compiling {}

    /**
     * It is done.
     *
     * @param reply what came of it, with files named as in the order
     * @param classes the class files, if all files compile
     */
    record Done(CompilerReply reply, List<NamedFile> classes) implements Compiling {}

    /** It cannot compile anything. */
    record Fault(String what) implements Compiling {}

    /** Writes it as one line. */
    default String line() {
        return switch (this) {
            case At at -> "at " + Wire.write(at);
            case Done done -> "done " + Wire.write(done);
            case Fault fault -> "fault " + Wire.write(fault);
        };
    }

    /**
     * Reads such a line.
     *
     * @return what it says; empty if it is about something else
     */
    static Optional<Compiling> of(String line) {
        String[] parts = line.split(" ", 2);
        return switch (parts[0]) {
            case "at" -> Optional.of(Wire.read(parts[1], At.class));
            case "done" -> Optional.of(Wire.read(parts[1], Done.class));
            case "fault" -> Optional.of(Wire.read(parts[1], Fault.class));
            default -> Optional.empty();
        };
    }
}
