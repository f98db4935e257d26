package twostoves.parallelism;

import twostoves.contract.HeatPlateContract;
import twostoves.kit.Stencil;
import twostoves.kit.Todo;

/**
 * Exercise 19: let heat spread over a plate, all workers together in each step.
 *
 * <p>What is asked is in {@link HeatPlateContract}; the page is {@code docs/exercises/heat-plate.md}. Grade it with {@code
 * mvn test -Dkata=heat-plate}.
 */
public final class HeatPlate implements HeatPlateContract {

    @Override
    public double[][] simulate(double[][] plate, int steps, Stencil stencil, int workers) throws InterruptedException {
        throw new Todo();
    }
}
