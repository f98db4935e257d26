// Idea: every thread reports to a queue, and the caller starts whatever can begin then.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        var waiting = new ArrayList<Step>(inOrder(steps));
        var ended = new LinkedBlockingQueue<Ended>();
        var dishes = new LinkedHashMap<String, String>();
        var failures = new ArrayList<Exception>();
        try (var executor = Executors.newCachedThreadPool()) {
            int underWay = 0;
            while (true) {
                List<Step> ready = waiting.stream()
                        .filter(step -> dishes.keySet().containsAll(step.needs()))
                        .toList();
                waiting.removeAll(ready);
                for (Step step : ready) {
                    executor.execute(() -> {
                        try {
                            ended.add(new Ended(step, stove.cook(step), null));
                        } catch (IOException | InterruptedException e) {
                            ended.add(new Ended(step, null, e));
                        }
                    });
                }
                underWay += ready.size();
                if (underWay == 0) {
                    break;
                }
                Ended next = ended.take();
                underWay--;
                if (next.failure() == null) {
                    dishes.put(next.step().name(), next.dish());
                } else {
                    failures.add(next.failure());
                }
            }
        }
        if (!failures.isEmpty()) {
            throw original(failures.getFirst());
        }
        return dishes;
    }

    private record Ended(Step step, String dish, Exception failure) {}

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
