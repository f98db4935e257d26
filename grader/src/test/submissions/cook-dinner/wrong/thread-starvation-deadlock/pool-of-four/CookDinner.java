// Mistake: steps wait for one another in a pool of four threads.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        List<Step> plan = inOrder(steps);
        var cooking = new LinkedHashMap<String, FutureTask<String>>();
        for (Step step : steps) {
            cooking.put(step.name(), new FutureTask<>(() -> {
                for (String need : step.needs()) {
                    cooking.get(need).get();
                }
                return stove.cook(step);
            }));
        }
        try (var executor = Executors.newFixedThreadPool(4)) {
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
