// Mistake: puts dishes under a lock, and looks at who has failed without one.
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

        Map<String, Step> byName = new HashMap<>();
        Map<String, AtomicInteger> missing = new HashMap<>();
        Map<String, List<Step>> neededBy = new HashMap<>();
        for (Step step : steps) {
            byName.put(step.name(), step);
            missing.put(step.name(), new AtomicInteger(step.needs().size()));
            for (String need : step.needs()) { neededBy.computeIfAbsent(need, n -> new ArrayList<>()).add(step); }
        }
        Map<String, String> dishes = new ConcurrentHashMap<>();
        Map<String, Boolean> spoilt = new HashMap<>();
        Queue<Exception> failures = new ConcurrentLinkedQueue<>();
        var ended = new Phaser(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            class Run {
                void start(Step step) {
                    ended.register();
                    executor.execute(() -> {
                        try {
                            if (step.needs().stream().noneMatch(spoilt::containsKey)) { dishes.put(step.name(), stove.cook(step)); }
                            else { synchronized (spoilt) { spoilt.put(step.name(), true); } }
                        } catch (IOException | InterruptedException | RuntimeException e) { failures.add(e); synchronized (spoilt) { spoilt.put(step.name(), true); } }
                        for (Step next : neededBy.getOrDefault(step.name(), List.of())) {
                            if (missing.get(next.name()).decrementAndGet() == 0) { start(next); }
                        }
                        ended.arriveAndDeregister();
                    });
                }
            }
            var run = new Run();
            for (Step step : steps) { if (step.needs().isEmpty()) { run.start(step); } }
            try { ended.awaitAdvanceInterruptibly(ended.arrive()); }
            catch (InterruptedException e) {
                executor.shutdownNow(); throw e; }
        }
        if (!failures.isEmpty()) { throw original(failures.peek()); }
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
