// Idea: a virtual thread for each step waits for the futures of its needs (the reference).
package twostoves.choosing;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

/**
 * The reference for exercise 27: a virtual thread for each step, which waits for what its step needs and then cooks it.
 *
 * <p>There is no schedule to work out. Each thread knows only its own needs, and the graph arranges itself. Threads that
 * wait for one another need a thread each: in a pool with fewer, those who wait would hold the threads that they wait for.
 */
public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        refuseIfImpossible(steps);

        // All of them are made before any is started, because a step may need one that comes after it in the list.
        var cooking = new LinkedHashMap<String, FutureTask<String>>();
        for (Step step : steps) {
            cooking.put(step.name(), new FutureTask<>(() -> {
                for (String need : step.needs()) {
                    cooking.get(need).get();
                }
                return stove.cook(step);
            }));
        }

        // Closing the executor waits for all steps, so a failure is thrown when all that can be cooked has been.
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            cooking.values().forEach(executor::execute);
            var dishes = new HashMap<String, String>();
            for (var entry : cooking.entrySet()) {
                dishes.put(entry.getKey(), entry.getValue().get());
            }
            return dishes;
        } catch (ExecutionException e) {
            throw original(e);
        }
    }

    private static void refuseIfImpossible(List<Step> steps) {
        var byName = new HashMap<String, Step>();
        for (Step step : steps) {
            if (byName.put(step.name(), step) != null) {
                throw new IllegalArgumentException("two steps are called " + step.name());
            }
        }
        for (Step step : steps) {
            for (String need : step.needs()) {
                if (!byName.containsKey(need)) {
                    throw new IllegalArgumentException(step.name() + " needs " + need + ", which is not in the plan");
                }
            }
        }
        var sound = new HashSet<String>();
        for (Step step : steps) {
            refuseCircle(step, byName, new HashSet<>(), sound);
        }
    }

    /** Goes from a step to what it needs. Whoever comes back to a step that is still on the way has gone in a circle. */
    private static void refuseCircle(Step step, Map<String, Step> byName, Set<String> onTheWay, Set<String> sound) {
        if (sound.contains(step.name())) {
            return;
        }
        if (!onTheWay.add(step.name())) {
            throw new IllegalArgumentException(step.name() + " needs itself, directly or through other steps");
        }
        for (String need : step.needs()) {
            refuseCircle(byName.get(need), byName, onTheWay, sound);
        }
        onTheWay.remove(step.name());
        sound.add(step.name());
    }

    /** A step that could not begin has failed with the failure of what it needs, wrapped once for each step between. */
    private static RuntimeException original(ExecutionException wrapped) throws IOException, InterruptedException {
        Throwable cause = wrapped.getCause();
        while (cause instanceof ExecutionException) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
