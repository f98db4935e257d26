package twostoves.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which exercises are to be graded.
 *
 * @param ids the exercises
 * @param problem why none are, if the choice makes no sense
 */
record Choice(Set<String> ids, Optional<String> problem) {

    /**
     * Reads a choice.
     *
     * @param chosen ids or patterns such as {@code fetch*}, separated by commas; empty for all
     * @param known the ids of all exercises
     */
    static Choice of(Optional<String> chosen, List<String> known) {
        if (chosen.isEmpty()) {
            return new Choice(Set.copyOf(known), Optional.empty());
        }
        List<String> patterns =
                Arrays.stream(chosen.get().split(",")).map(String::strip).toList();
        Optional<String> problem = patterns.stream()
                .filter(pattern -> matches(pattern, known).findAny().isEmpty())
                .findFirst()
                .map(pattern -> "No exercise is named '" + pattern + "'. Known: " + String.join(", ", known) + ".");
        Set<String> ids = patterns.stream()
                .flatMap(pattern -> matches(pattern, known))
                .filter(id -> problem.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new Choice(ids, problem);
    }

    private static Stream<String> matches(String pattern, List<String> known) {
        String regex =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return known.stream().filter(id -> id.matches(regex));
    }
}
