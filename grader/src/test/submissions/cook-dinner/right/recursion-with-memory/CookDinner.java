// Idea: each step asks for its needs, and a map remembers the future of everybody who was asked.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
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
        var cooking = new HashMap<String, CompletableFuture<String>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            steps.forEach(step -> start(step, byName, cooking, stove, executor));
            ended(cooking.values()).join();
            var dishes = new HashMap<String, String>();
            for (var entry : cooking.entrySet()) {
                dishes.put(entry.getKey(), entry.getValue().join());
            }
            return dishes;
        } catch (CompletionException e) {
            throw original(e);
        }
    }

    /** Ends, and well, when all have ended, however. The executor takes no further step once it is being closed. */
    private static CompletableFuture<Void> ended(Collection<CompletableFuture<String>> all) {
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).exceptionally(failure -> null);
    }

    private static CompletableFuture<String> start(
            Step step,
            Map<String, Step> byName,
            Map<String, CompletableFuture<String>> cooking,
            Stove stove,
            Executor executor) {
        var known = cooking.get(step.name());
        if (known != null) {
            return known;
        }
        CompletableFuture<Void> needs = CompletableFuture.completedFuture(null);
        for (String need : step.needs()) {
            needs = needs.thenCombine(start(byName.get(need), byName, cooking, stove, executor), (none, dish) -> none);
        }
        var own = needs.thenApplyAsync(none -> dish(step, stove), executor);
        cooking.put(step.name(), own);
        return own;
    }

    private static String dish(Step step, Stove stove) {
        try {
            return stove.cook(step);
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
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
