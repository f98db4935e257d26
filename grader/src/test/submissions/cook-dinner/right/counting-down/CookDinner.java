// Idea: whoever is done counts down what is missing for others, and starts those for which it was the last.
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
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        inOrder(steps);
        return new Kitchen(steps, stove).cook();
    }

    private static final class Kitchen {
        private final List<Step> steps;
        private final Stove stove;
        private final Map<String, AtomicInteger> missing = new HashMap<>();
        private final Map<String, String> dishes = new ConcurrentHashMap<>();
        private final AtomicReference<Exception> failure = new AtomicReference<>();
        private final Phaser underWay = new Phaser(1);

        Kitchen(List<Step> steps, Stove stove) {
            this.steps = steps;
            this.stove = stove;
            steps.forEach(step -> missing.put(step.name(), new AtomicInteger(step.needs().size())));
        }

        Map<String, String> cook() throws IOException, InterruptedException {
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                steps.stream().filter(step -> step.needs().isEmpty()).forEach(step -> start(step, executor));
                underWay.awaitAdvanceInterruptibly(underWay.arrive());
            }
            if (failure.get() != null) {
                throw original(failure.get());
            }
            return dishes;
        }

        private void start(Step step, ExecutorService executor) {
            underWay.register();
            executor.execute(() -> {
                try {
                    dishes.put(step.name(), stove.cook(step));
                    steps.stream()
                            .filter(other -> other.needs().contains(step.name()))
                            .filter(other -> missing.get(other.name()).decrementAndGet() == 0)
                            .forEach(other -> start(other, executor));
                } catch (IOException | InterruptedException e) {
                    failure.compareAndSet(null, e);
                } finally {
                    underWay.arriveAndDeregister();
                }
            });
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
