// Mistake: the first failure in an array of one.
package twostoves.choosing;

import java.io.IOException;
import java.time.Duration;
import java.math.BigInteger;
import java.util.*;
import java.util.stream.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class CookDinner implements CookDinnerContract {
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        plan(steps);

        Map<String, BlockingQueue<Boolean>> inbox = new HashMap<>();
        Map<String, List<String>> neededBy = new HashMap<>();
        for (Step step : steps) {
            inbox.put(step.name(), new LinkedBlockingQueue<>());
            for (String need : step.needs()) { neededBy.computeIfAbsent(need, n -> new ArrayList<>()).add(step.name()); }
        }
        Map<String, String> dishes = new ConcurrentHashMap<>();
        Exception[] first = new Exception[1];
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Step step : steps) {
                all.add(executor.submit(() -> {
                    String dish = null;
                    try {
                        boolean all1 = true;
                        for (int i = 0; i < step.needs().size(); i++) { all1 &= inbox.get(step.name()).take(); }
                        if (all1) { dish = stove.cook(step); dishes.put(step.name(), dish); }
                    } catch (IOException | InterruptedException | RuntimeException e) { if (first[0] == null) { first[0] = e; } }
                    for (String next : neededBy.getOrDefault(step.name(), List.of())) { inbox.get(next).add(dish != null); }
                }));
            }
            for (Future<?> f : all) { f.get(); }
        } catch (ExecutionException e) { throw original(e); }
        if (first[0] != null) { throw original(first[0]); }
        return dishes;
    }

    private static void plan(List<Step> steps) {
        Map<String, Step> byName = new HashMap<>();
        for (Step s : steps) { if (byName.put(s.name(), s) != null) { throw new IllegalArgumentException("twice: " + s.name()); } }
        for (Step s : steps) { for (String n : s.needs()) { if (!byName.containsKey(n)) { throw new IllegalArgumentException("nobody makes " + n); } } }
        Map<String, Integer> colour = new HashMap<>();
        for (Step s : steps) { visit(s, byName, colour); }
    }
    private static void visit(Step s, Map<String, Step> byName, Map<String, Integer> colour) {
        Integer c = colour.putIfAbsent(s.name(), 1);
        if (c != null) { if (c == 1) { throw new IllegalArgumentException("a circle through " + s.name()); } return; }
        for (String n : s.needs()) { visit(byName.get(n), byName, colour); }
        colour.put(s.name(), 2);
    }

    private static RuntimeException original(Throwable failure) throws IOException, InterruptedException {
        Throwable cause = failure;
        while (cause instanceof ExecutionException || cause instanceof CompletionException) { cause = cause.getCause(); }
        return switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
