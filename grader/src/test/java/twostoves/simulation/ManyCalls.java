package twostoves.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Tells what it costs in real time that a function is called very often in virtual time: each call one step of the clock, or,
 * of a cheap function, a thousand of them.
 *
 * <p>{@code java -cp grader/target/test-classes:grader/target/kata.jar twostoves.simulation.ManyCalls 40000 4} or
 * {@code … ManyCalls 1000000 4 cheap}
 */
final class ManyCalls {

    private static final int REPEATS = 5;

    private ManyCalls() {}

    /**
     * Measures.
     *
     * @param args how many calls, on how many threads, and whether of a cheap function
     */
    public static void main(String[] args) {
        int calls = Integer.parseInt(args[0]);
        int workers = Integer.parseInt(args[1]);
        boolean cheap = args.length > 2;
        for (int i = 0; i < REPEATS; i++) {
            Run<Void> run = run(calls, workers, cheap);
            System.out.println(calls + " calls, " + workers + " workers: " + run.end() + " after " + run.steps()
                    + " steps of the clock, "
                    + Duration.ofNanos(run.realNanos()).toMillis() + " ms");
        }
    }

    private static Run<Void> run(int calls, int workers, boolean cheap) {
        Simulation simulation = new Simulation(Settings.STANDARD);
        LongUnaryOperator square = number -> number * number;
        SimulatedFunction function =
                cheap ? SimulatedFunction.cheap(simulation, square) : new SimulatedFunction(simulation, square);
        return simulation.run(() -> {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                int first = i;
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int number = first; number < calls; number += workers) {
                        function.applyAsLong(number);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            return null;
        });
    }
}
