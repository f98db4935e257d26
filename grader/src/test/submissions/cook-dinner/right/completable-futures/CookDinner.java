// Idea: each step is chained to the completable futures of its needs.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

/**
 * Exercise 27 with {@link CompletableFuture}: each step is chained to all that it needs, and no thread waits for another.
 *
 * <p>Prefer it where a thread that only waits is too dear, or where the graph is built of futures that somebody else made.
 * A failure runs along the chain by itself: what comes after it is never called. The price is that everything has to be put
 * in order first, because one can be chained only to what exists, and that every exception arrives wrapped.
 */
public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        List<Step> inOrder = inOrder(steps);

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var cooking = new HashMap<String, CompletableFuture<String>>();
            for (Step step : inOrder) {
                cooking.put(step.name(), afterItsNeeds(step, cooking, stove, executor));
            }
            // Waits for all, also if some fail; thrown is then one of the failures.
            allOf(cooking.values().stream().toList()).join();
            var dishes = new HashMap<String, String>();
            cooking.forEach((name, dish) -> dishes.put(name, dish.join()));
            return dishes;
        } catch (CompletionException e) {
            throw original(e);
        }
    }

    private static CompletableFuture<String> afterItsNeeds(
            Step step, Map<String, CompletableFuture<String>> cooking, Stove stove, Executor executor) {
        var needs = step.needs().stream().map(cooking::get).toList();
        return allOf(needs)
                .thenApplyAsync(
                        done -> {
                            try {
                                return stove.cook(step);
                            } catch (IOException | InterruptedException e) {
                                throw new CompletionException(e);
                            }
                        },
                        executor);
    }

    private static CompletableFuture<Void> allOf(List<CompletableFuture<String>> all) {
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
    }

    /** Puts the steps in an order in which each comes after all that it needs; refuses them if there is none. */
    private static List<Step> inOrder(List<Step> steps) {
        var left = new HashMap<String, Step>();
        for (Step step : steps) {
            if (left.put(step.name(), step) != null) {
                throw new IllegalArgumentException("two steps are called " + step.name());
            }
        }
        for (Step step : steps) {
            for (String need : step.needs()) {
                if (!left.containsKey(need)) {
                    throw new IllegalArgumentException(step.name() + " needs " + need + ", which is not in the plan");
                }
            }
        }
        var inOrder = new ArrayList<Step>();
        while (!left.isEmpty()) {
            List<Step> ready = left.values().stream()
                    .filter(step -> step.needs().stream().noneMatch(left::containsKey))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException(oneOfACircle(left) + " needs itself, directly or through others");
            }
            ready.forEach(step -> left.remove(step.name()));
            inOrder.addAll(ready);
        }
        return inOrder;
    }

    /** Each of these steps needs another of them. Going from need to need, one is in a circle after as many steps as there are. */
    private static String oneOfACircle(Map<String, Step> left) {
        Step at = left.values().iterator().next();
        for (int i = 0; i < left.size(); i++) {
            at = left.get(at.needs().stream().filter(left::containsKey).findFirst().orElseThrow());
        }
        return at.name();
    }

    private static RuntimeException original(CompletionException wrapped) throws IOException, InterruptedException {
        return switch (wrapped.getCause()) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            case null, default -> wrapped;
        };
    }
}
