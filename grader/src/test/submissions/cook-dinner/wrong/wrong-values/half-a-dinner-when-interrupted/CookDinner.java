// Idea: what is done when the caller is interrupted
package twostoves.choosing;

import java.io.IOException;
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
        refuseIfImpossible(steps);
        Map<String, FutureTask<String>> cooking = new LinkedHashMap<>();
        for (Step step : steps) {
            cooking.put(step.name(), new FutureTask<>(() -> {
                for (String need : step.needs()) {
                    cooking.get(need).get();
                }
                return stove.cook(step);
            }));
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            cooking.values().forEach(executor::execute);
            Map<String, String> dishes = new HashMap<>();
            for (var entry : cooking.entrySet()) {
                try {
                    dishes.put(entry.getKey(), entry.getValue().get());
                } catch (InterruptedException e) {
                    executor.shutdownNow();
                    Thread.currentThread().interrupt();
                    return dishes;
                }
            }
            return dishes;
        } catch (ExecutionException e) {
            throw original(e);
        }
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
