// Idea: all threads share one table and a monitor, and wait until what they need stands in it.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        inOrder(steps);
        var table = new Table();
        var threads = new ArrayList<Thread>();
        for (Step step : steps) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    if (table.awaitAll(step.needs())) {
                        table.put(step.name(), Optional.of(stove.cook(step)), Optional.empty());
                    } else {
                        table.put(step.name(), Optional.empty(), Optional.empty());
                    }
                } catch (IOException | InterruptedException e) {
                    table.put(step.name(), Optional.empty(), Optional.of(e));
                }
            }));
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    threads.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
        return table.dishes();
    }

    private static final class Table {
        private final Map<String, Optional<String>> ended = new HashMap<>();
        private Optional<Exception> failure = Optional.empty();

        synchronized boolean awaitAll(List<String> needs) throws InterruptedException {
            while (!ended.keySet().containsAll(needs)) {
                wait();
            }
            return needs.stream().allMatch(need -> ended.get(need).isPresent());
        }

        synchronized void put(String name, Optional<String> dish, Optional<Exception> thrown) {
            ended.put(name, dish);
            failure = failure.or(() -> thrown);
            notifyAll();
        }

        synchronized Map<String, String> dishes() throws IOException, InterruptedException {
            if (failure.isPresent()) {
                throw original(failure.get());
            }
            var dishes = new HashMap<String, String>();
            ended.forEach((name, dish) -> dishes.put(name, dish.orElseThrow()));
            return dishes;
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
