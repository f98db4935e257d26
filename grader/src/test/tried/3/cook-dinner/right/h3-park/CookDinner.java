// Idea: threads that park until what they need has ended.
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

        class Cook extends Thread {
            final Step step; volatile boolean ended; volatile boolean spoilt; volatile Exception failure; volatile String dish;
            final Queue<Thread> watchers = new ConcurrentLinkedQueue<>();
            List<Cook> needs = List.of();
            Cook(Step step) { this.step = step; }
            void await() throws InterruptedException {
                watchers.add(Thread.currentThread());
                while (!ended) { if (Thread.interrupted()) { throw new InterruptedException(); } LockSupport.park(this); }
            }
            @Override public void run() {
                try {
                    for (Cook need : needs) { need.await(); if (need.dish == null) { spoilt = true; } }
                    if (!spoilt) { dish = stove.cook(step); }
                } catch (IOException | InterruptedException | RuntimeException e) { failure = e; }
                ended = true;
                watchers.forEach(LockSupport::unpark);
            }
        }
        Map<String, Cook> cooks = new LinkedHashMap<>();
        for (Step s : steps) { cooks.put(s.name(), new Cook(s)); }
        cooks.values().forEach(c -> c.needs = c.step.needs().stream().map(cooks::get).toList());
        cooks.values().forEach(Thread::start);
        boolean interrupted = false;
        for (Cook c : cooks.values()) {
            while (c.isAlive()) {
                try { c.join(); } catch (InterruptedException e) { interrupted = true; cooks.values().forEach(Thread::interrupt); }
            }
        }
        if (interrupted) { throw new InterruptedException(); }
        for (Cook c : cooks.values()) { if (c.failure != null) { throw original(c.failure); } }
        Map<String, String> dishes = new LinkedHashMap<>();
        cooks.forEach((name, c) -> dishes.put(name, c.dish));
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
