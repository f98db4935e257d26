// Idea: a step releases as many permits as there are steps that need it
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        refuseIfImpossible(steps);
        Map<String, Semaphore> done = new HashMap<>();
        steps.forEach(step -> done.put(step.name(), new Semaphore(0)));
        Map<String, String> dishes = new ConcurrentHashMap<>();
        var failures = new ConcurrentLinkedQueue<Exception>();
        List<Thread> threads = new ArrayList<>();
        for (Step step : steps) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (String need : step.needs()) {
                        done.get(need).acquire();
                    }
                    if (dishes.keySet().containsAll(step.needs())) {
                        dishes.put(step.name(), stove.cook(step));
                    }
                } catch (IOException | InterruptedException | RuntimeException e) {
                    failures.add(e);
                } finally {
                    done.get(step.name()).release(steps.size());
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
        if (!failures.isEmpty()) {
            throw original(failures.peek());
        }
        return new HashMap<>(dishes);
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
