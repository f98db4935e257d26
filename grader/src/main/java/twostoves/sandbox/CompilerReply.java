package twostoves.sandbox;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What came of a {@link CompilerOrder}.
 *
 * @param complaints what is wrong, in the compiler's order; nothing if all files compile
 * @param crashed whether the compiler did not come to its end; its complaint is about the file at which it stood
 */
record CompilerReply(List<Complaint> complaints, boolean crashed) {

    /**
     * What is wrong with a file.
     *
     * @param source the file, as the order names it
     * @param message in the compiler's words, on one line
     * @param line where; 0 if unknown
     */
    record Complaint(String source, String message, int line) {}

    /** Gives the files other names. */
    CompilerReply naming(UnaryOperator<String> newName) {
        return new CompilerReply(
                complaints.stream()
                        .map(complaint ->
                                new Complaint(newName.apply(complaint.source), complaint.message, complaint.line))
                        .toList(),
                crashed);
    }

    /** The compiler did not come to its end. */
    static CompilerReply crashed(String source, String message) {
        return new CompilerReply(List.of(new Complaint(source, message, 0)), true);
    }
}
