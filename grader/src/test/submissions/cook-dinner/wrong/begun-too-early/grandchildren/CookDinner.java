// Idea: a step whose need was not begun counts it as done
package twostoves.choosing;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        refuseIfImpossible(steps);
        Map<String, CountDownLatch> ended = new HashMap<>();
        steps.forEach(step -> ended.put(step.name(), new CountDownLatch(1)));
        Map<String, String> dishes = new ConcurrentHashMap<>();
        Set<String> failed = ConcurrentHashMap.newKeySet();
        var failure = new AtomicReference<Exception>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Step step : steps) {
                executor.execute(() -> {
                    try {
                        for (String need : step.needs()) {
                            ended.get(need).await();
                        }
                        if (step.needs().stream().noneMatch(failed::contains)) {
                            dishes.put(step.name(), stove.cook(step));
                        }
                    } catch (IOException | InterruptedException | RuntimeException e) {
                        failed.add(step.name());
                        failure.compareAndSet(null, e);
                    } finally {
                        ended.get(step.name()).countDown();
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return dishes;
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
