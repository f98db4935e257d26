// Mistake: whoever needs a step cooks it, also if another needs it too.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        inOrder(steps);
        var byName = new HashMap<String, Step>();
        steps.forEach(step -> byName.put(step.name(), step));
        var needed = steps.stream().flatMap(step -> step.needs().stream()).collect(Collectors.toSet());
        var dishes = new ConcurrentHashMap<String, String>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var roots = new ArrayList<Future<String>>();
            steps.stream()
                    .filter(step -> !needed.contains(step.name()))
                    .forEach(step -> roots.add(executor.submit(() -> cook(step, byName, dishes, stove, executor))));
            for (Future<String> root : roots) {
                root.get();
            }
            return dishes;
        } catch (ExecutionException e) {
            throw original(e);
        }
    }

    private static String cook(
            Step step, Map<String, Step> byName, Map<String, String> dishes, Stove stove, ExecutorService executor)
            throws Exception {
        var needs = new ArrayList<Future<String>>();
        for (String need : step.needs()) {
            needs.add(executor.submit(() -> cook(byName.get(need), byName, dishes, stove, executor)));
        }
        for (Future<String> need : needs) {
            need.get();
        }
        String dish = stove.cook(step);
        dishes.put(step.name(), dish);
        return dish;
    }

    private static List<Step> inOrder(List<Step> steps) {
        var left = new LinkedHashMap<String, Step>();
        for (Step step : steps) {
            if (left.put(step.name(), step) != null) {
                throw new IllegalArgumentException("two steps are called " + step.name());
            }
        }
        for (Step step : steps) {
            for (String need : step.needs()) {
                if (!left.containsKey(need)) {
                    throw new IllegalArgumentException(step.name() + " needs " + need + ", which is not there");
                }
            }
        }
        var inOrder = new ArrayList<Step>();
        while (!left.isEmpty()) {
            List<Step> ready = left.values().stream()
                    .filter(step -> step.needs().stream().noneMatch(left::containsKey))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException("a circle among " + left.keySet());
            }
            ready.forEach(step -> left.remove(step.name()));
            inOrder.addAll(ready);
        }
        return inOrder;
    }

    private static RuntimeException original(Throwable wrapped) throws IOException, InterruptedException {
        Throwable cause = wrapped;
        while (cause instanceof ExecutionException || cause instanceof CompletionException) {
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
