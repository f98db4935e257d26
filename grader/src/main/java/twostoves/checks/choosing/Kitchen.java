package twostoves.checks.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import twostoves.evidence.Span;
import twostoves.kit.Step;
import twostoves.kit.Stove;
import twostoves.simulation.Simulation;

/** Where a dinner is cooked in virtual time. It notes what is cooked, and what before it should be. */
final class Kitchen {

    /**
     * A step that was begun too early.
     *
     * @param step its name
     * @param need the name of a step that it needs, and that was not done
     * @param failed whether that one had failed
     */
    record Early(String step, String need, boolean failed) {}

    private final Dinner dinner;
    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final Queue<Early> early = new ConcurrentLinkedQueue<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    Kitchen(Dinner dinner) {
        this.dinner = dinner;
    }

    /** The stove of this kitchen in a given world. */
    Stove stove(Simulation simulation) {
        return step -> cook(step, simulation);
    }

    private String cook(Step step, Simulation simulation) throws IOException, InterruptedException {
        Dinner.Course course = dinner.course(step.name())
                .orElseThrow(() -> new IllegalArgumentException("there is no step " + step.name() + " in this dinner"));
        String name = course.name();
        if (!simulation.isOver()) { // what is begun later is begun by threads that are being cleared away
            note(course);
        }
        Span.Ending ending = course.failure().isPresent() ? Span.Ending.FAILED : Span.Ending.COMPLETED;
        simulation.awaitAnswer(name, dinner.indexOf(course), course.latency(), ending);
        if (course.failure().isPresent()) {
            failed.add(name);
            throw course.failure().get();
        }
        done.add(name);
        return course.dish();
    }

    /** Whoever waits for a step hears of it only after it was noted as done, so nobody who waits is ever noted as early. */
    private void note(Dinner.Course course) {
        begun.add(course.name());
        course.step().needs().stream()
                .filter(need -> !done.contains(need))
                .forEach(need -> early.add(new Early(course.name(), need, failed.contains(need))));
    }

    /** The steps in the order in which they were begun, as often as they were. */
    List<String> begun() {
        return List.copyOf(begun);
    }

    List<Early> early() {
        return List.copyOf(early);
    }

    Set<String> done() {
        return Set.copyOf(done);
    }
}
