package twostoves.kit;

import java.util.HashSet;
import java.util.List;

/**
 * One step of a dinner, and what has to be done before it.
 *
 * @param name its name
 * @param needs the names of the steps that it needs first, each once; empty if it needs nothing
 */
public record Step(String name, List<String> needs) {

    /**
     * Creates a step; copies the list.
     *
     * @throws NullPointerException if the name, the list or an element of it is null
     * @throws IllegalArgumentException if a name stands twice in the list
     */
    public Step {
        if (name == null) {
            throw new NullPointerException("name");
        }
        needs = List.copyOf(needs);
        if (new HashSet<>(needs).size() < needs.size()) {
            throw new IllegalArgumentException(name + " needs something twice: " + needs);
        }
    }

    /**
     * Creates a step.
     *
     * @param name its name
     * @param needs the names of the steps that it needs first
     * @return the step
     */
    public static Step of(String name, String... needs) {
        return new Step(name, List.of(needs));
    }
}
