package twostoves.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what it costs in real time that a function is called very often in virtual time, each call one step of the clock.
 *
 * <p>{@code java -cp grader/target/test-classes:grader/target/kata.jar twostoves.simulation.ManyCalls 40000 4}
 */
final class ManyCalls {

    private static final int REPEATS = 5;

    private ManyCalls() {}

    /**
     * Measures.
     *
     * @param args how many calls, and on how many threads
     */
    public static void main(String[] args) {
        int calls = Integer.parseInt(args[0]);
        int workers = Integer.parseInt(args[1]);
        for (int i = 0; i < REPEATS; i++) {
            Run<Void> run = run(calls, workers);
            System.out.println(calls + " calls, " + workers + " workers: " + run.end() + " after " + run.steps()
                    + " steps of the clock, "
                    + Duration.ofNanos(run.realNanos()).toMillis() + " ms");
        }
    }

    private static Run<Void> run(int calls, int workers) {
        Simulation simulation = new Simulation(Settings.STANDARD);
        SimulatedFunction function = new SimulatedFunction(simulation, number -> number * number);
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
