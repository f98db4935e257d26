// Mistake: what is missing is counted down in an array that nobody guards.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        List<Step> plan = inOrder(steps);
        int[] missing = new int[plan.size()];
        var dishes = new ConcurrentHashMap<String, String>();
        var failures = new ConcurrentLinkedQueue<Exception>();
        var underWay = new Phaser(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < missing.length; i++) {
                missing[i] = plan.get(i).needs().size();
            }
            for (Step step : plan) {
                if (step.needs().isEmpty()) {
                    underWay.register();
                    executor.execute(() -> run(step, plan, missing, dishes, failures, underWay, executor, stove));
                }
            }
            underWay.awaitAdvanceInterruptibly(underWay.arrive());
        }
        if (!failures.isEmpty()) {
            throw original(failures.peek());
        }
        return dishes;
    }

    private static void run(
            Step step,
            List<Step> plan,
            int[] missing,
            Map<String, String> dishes,
            Queue<Exception> failures,
            Phaser underWay,
            Executor executor,
            Stove stove) {
        try {
            dishes.put(step.name(), stove.cook(step));
            for (int i = 0; i < missing.length; i++) {
                Step other = plan.get(i);
                if (other.needs().contains(step.name())) {
                    missing[i]--;
                    if (missing[i] == 0) {
                        underWay.register();
                        executor.execute(() -> run(other, plan, missing, dishes, failures, underWay, executor, stove));
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            failures.add(e);
        } finally {
            underWay.arriveAndDeregister();
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
