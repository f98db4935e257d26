// Idea: the caller polls a queue of what has ended, with a limit, and starts what can begin
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        refuseIfImpossible(steps);
        record Ended(Step step, String dish, Exception failure) {}
        var queue = new LinkedBlockingDeque<Ended>();
        Map<String, String> dishes = new LinkedHashMap<>();
        List<Step> waiting = new ArrayList<>(steps);
        Exception failure = null;
        int underWay = 0;
        try (var executor = Executors.newCachedThreadPool()) {
            while (true) {
                for (Iterator<Step> it = waiting.iterator(); it.hasNext(); ) {
                    Step step = it.next();
                    if (dishes.keySet().containsAll(step.needs())) {
                        it.remove();
                        underWay++;
                        executor.execute(() -> {
                            try {
                                queue.add(new Ended(step, stove.cook(step), null));
                            } catch (Exception e) {
                                queue.add(new Ended(step, null, e));
                            }
                        });
                    }
                }
                if (underWay == 0) {
                    break;
                }
                Ended ended;
                try {
                    ended = queue.poll(3, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    executor.shutdownNow();
                    throw e;
                }
                if (ended != null) {
                    underWay--;
                    if (ended.failure() != null) {
                        failure = ended.failure();
                    } else {
                        dishes.put(ended.step().name(), ended.dish());
                    }
                }
            }
        }
        if (failure != null) {
            throw original(failure);
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
