package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

/**
 * Exercise 27 with a chef: the calling thread hears of each step that is done, and starts what can begin now.
 *
 * <p>This is Kahn's algorithm (1962), with the queue of what is ready in other hands. Prefer it for large graphs: only
 * steps that are under way have a thread, and all that is known of the graph belongs to one thread, so nothing needs a
 * lock. It also lets the chef decide what begins first where there is not room for everything.
 */
public final class CookDinnerWithCompletionService implements CookDinnerContract {

    /** What came of one step. */
    private record Outcome(Step step, String dish) {}

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        refuseIfImpossible(steps);

        var plan = new Plan(steps);
        var dishes = new HashMap<String, String>();
        Optional<ExecutionException> failure = Optional.empty();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ExecutorCompletionService<Outcome>(executor);
            int underWay = 0;
            for (Step step : plan.ready()) {
                ended.submit(() -> new Outcome(step, stove.cook(step)));
                underWay++;
            }
            while (underWay > 0) {
                Future<Outcome> next = ended.take();
                underWay--;
                try {
                    Outcome outcome = next.get();
                    dishes.put(outcome.step().name(), outcome.dish());
                    for (Step step : plan.done(outcome.step())) {
                        ended.submit(() -> new Outcome(step, stove.cook(step)));
                        underWay++;
                    }
                } catch (ExecutionException e) {
                    failure = Optional.of(e); // what needs that step will never be ready
                }
            }
        }
        if (failure.isPresent()) {
            throw original(failure.get().getCause());
        }
        return dishes;
    }

    /** Who needs whom, and how much is still missing for each step. */
    private static final class Plan {
        private final Map<String, List<Step>> neededBy = new HashMap<>();
        private final Map<String, Integer> missing = new HashMap<>();
        private final List<Step> ready = new ArrayList<>();

        Plan(List<Step> steps) {
            for (Step step : steps) {
                missing.put(step.name(), step.needs().size());
                for (String need : step.needs()) {
                    neededBy.computeIfAbsent(need, name -> new ArrayList<>()).add(step);
                }
                if (step.needs().isEmpty()) {
                    ready.add(step);
                }
            }
        }

        /** The steps that need nothing. */
        List<Step> ready() {
            return ready;
        }

        /** Takes note that a step is done, and returns those for which it was the last that they needed. */
        List<Step> done(Step step) {
            return neededBy.getOrDefault(step.name(), List.of()).stream()
                    .filter(waiting -> missing.merge(waiting.name(), -1, Integer::sum) == 0)
                    .toList();
        }
    }

    private static void refuseIfImpossible(List<Step> steps) {
        var names = new HashSet<String>();
        for (Step step : steps) {
            if (!names.add(step.name())) {
                throw new IllegalArgumentException("two steps are called " + step.name());
            }
        }
        for (Step step : steps) {
            for (String need : step.needs()) {
                if (!names.contains(need)) {
                    throw new IllegalArgumentException(step.name() + " needs " + need + ", which is not in the plan");
                }
            }
        }
        // A rehearsal: what never gets ready lies on a circle, or needs something that does.
        var plan = new Plan(steps);
        var todo = new ArrayDeque<>(plan.ready());
        while (!todo.isEmpty()) {
            Step step = todo.remove();
            names.remove(step.name());
            todo.addAll(plan.done(step));
        }
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("some of these steps need one another in a circle: " + names);
        }
    }

    private static RuntimeException original(Throwable cause) throws IOException, InterruptedException {
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
