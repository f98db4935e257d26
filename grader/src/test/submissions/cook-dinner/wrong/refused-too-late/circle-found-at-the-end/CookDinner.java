// Mistake: cooks whatever can begin, and finds the circle when nothing more can.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        var names = new HashSet<String>();
        for (Step step : steps) {
            if (!names.add(step.name())) {
                throw new IllegalArgumentException("two steps are called " + step.name());
            }
        }
        for (Step step : steps) {
            for (String need : step.needs()) {
                if (!names.contains(need)) {
                    throw new IllegalArgumentException(step.name() + " needs " + need + ", which is not there");
                }
            }
        }
        var waiting = new ArrayList<Step>(steps);
        var dishes = new HashMap<String, String>();
        var failures = new ArrayList<Exception>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ExecutorCompletionService<String>(executor);
            var underWay = new HashMap<Future<String>, String>();
            while (true) {
                List<Step> ready = waiting.stream()
                        .filter(step -> dishes.keySet().containsAll(step.needs()))
                        .toList();
                ready.forEach(step -> underWay.put(ended.submit(() -> stove.cook(step)), step.name()));
                waiting.removeAll(ready);
                if (underWay.isEmpty()) {
                    break;
                }
                Future<String> next = ended.take();
                String name = underWay.remove(next);
                try {
                    dishes.put(name, next.get());
                } catch (ExecutionException e) {
                    failures.add(e);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw original(failures.getFirst());
        }
        if (!waiting.isEmpty()) {
            throw new IllegalArgumentException("a circle among " + waiting);
        }
        return dishes;
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
