// Mistake: groups the steps by depth, and joins the threads of a group before the next.
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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        var depths = new HashMap<String, Integer>();
        var groups = new ArrayList<List<Step>>();
        for (Step step : inOrder(steps)) {
            int depth = step.needs().stream().mapToInt(need -> depths.get(need) + 1).max().orElse(0);
            depths.put(step.name(), depth);
            if (depth == groups.size()) {
                groups.add(new ArrayList<>());
            }
            groups.get(depth).add(step);
        }
        var dishes = new ConcurrentHashMap<String, String>();
        for (List<Step> group : groups) {
            var failures = new ConcurrentLinkedQueue<Exception>();
            try (var executor = Executors.newCachedThreadPool()) {
                for (Step step : group) {
                    executor.execute(() -> {
                        try {
                            dishes.put(step.name(), stove.cook(step));
                        } catch (IOException | InterruptedException e) {
                            failures.add(e);
                        }
                    });
                }
            }
            if (!failures.isEmpty()) {
                throw original(failures.peek());
            }
        }
        return dishes;
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
