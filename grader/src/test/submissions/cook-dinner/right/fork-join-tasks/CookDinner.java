// Idea: a task for each step in a fork/join pool of its own joins the tasks of its needs; an interrupt stops the pool.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        List<Step> inOrder = inOrder(steps);
        var pool = new ForkJoinPool(Math.max(1, steps.size()));
        var dishes = new ConcurrentHashMap<String, String>();
        var failure = new AtomicReference<IOException>();
        try {
            var cooking = new HashMap<String, ForkJoinTask<Boolean>>();
            for (Step step : inOrder) {
                List<ForkJoinTask<Boolean>> needs =
                        step.needs().stream().map(cooking::get).toList();
                cooking.put(step.name(), pool.submit(() -> {
                    for (ForkJoinTask<Boolean> need : needs) {
                        if (!need.get()) {
                            return false;
                        }
                    }
                    return cook(step, stove, dishes, failure);
                }));
            }
            for (ForkJoinTask<Boolean> task : cooking.values()) {
                task.get();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.close();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return dishes;
    }

    private static boolean cook(
            Step step, Stove stove, Map<String, String> dishes, AtomicReference<IOException> failure)
            throws InterruptedException {
        try {
            dishes.put(step.name(), stove.cook(step));
            return true;
        } catch (IOException e) {
            failure.compareAndSet(null, e);
            return false;
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
}
