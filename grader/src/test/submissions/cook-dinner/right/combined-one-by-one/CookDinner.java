// Idea: futures combined two by two
package twostoves.choosing;

import java.io.IOException;
import java.util.HashMap;
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
        refuseIfImpossible(steps);
        Map<String, Step> byName = new HashMap<>();
        steps.forEach(step -> byName.put(step.name(), step));
        Map<String, CompletableFuture<String>> made = new HashMap<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            steps.forEach(step -> make(step, byName, made, stove, executor));
            CompletableFuture.allOf(made.values().toArray(CompletableFuture[]::new)).get();
            Map<String, String> dishes = new HashMap<>();
            made.forEach((name, future) -> dishes.put(name, future.resultNow()));
            return dishes;
        } catch (ExecutionException e) {
            throw original(e);
        }
    }

    private static CompletableFuture<String> make(
            Step step,
            Map<String, Step> byName,
            Map<String, CompletableFuture<String>> made,
            Stove stove,
            Executor executor) {
        CompletableFuture<String> known = made.get(step.name());
        if (known != null) {
            return known;
        }
        CompletableFuture<String> needs = CompletableFuture.completedFuture("");
        for (String need : step.needs()) {
            needs = needs.thenCombine(make(byName.get(need), byName, made, stove, executor), (a, b) -> b);
        }
        CompletableFuture<String> future = needs.thenCompose(ready -> CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return stove.cook(step);
                    } catch (IOException | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                executor));
        made.put(step.name(), future);
        return future;
    }

    private static RuntimeException original(Throwable failure) throws IOException, InterruptedException {
        Throwable cause = failure;
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

    private static void refuseIfImpossible(List<Step> steps) {
        var left = new HashMap<String, Step>();
        for (Step step : steps) {
            if (left.put(step.name(), step) != null) {
                throw new IllegalArgumentException("two steps are called " + step.name());
            }
        }
        for (Step step : steps) {
            for (String need : step.needs()) {
                if (!left.containsKey(need)) {
                    throw new IllegalArgumentException(step.name() + " needs " + need + ", which is unknown");
                }
            }
        }
        while (left.values().removeIf(step -> step.needs().stream().noneMatch(left::containsKey))) {
            // as long as something can be cooked
        }
        if (!left.isEmpty()) {
            Step at = left.values().iterator().next();
            for (int i = 0; i < left.size(); i++) {
                at = left.get(at.needs().stream().filter(left::containsKey).findFirst().orElseThrow());
            }
            throw new IllegalArgumentException(at.name() + " needs itself in a circle");
        }
    }
}
