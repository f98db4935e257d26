package twostoves.parallelism;

import twostoves.contract.TrainModelContract;
import twostoves.kit.Dataset;
import twostoves.kit.GradientFunction;
import twostoves.kit.Todo;

/**
 * Exercise 20: train a model on many workers, and get the same weights on any number of them.
 *
 * <p>What is asked is in {@link TrainModelContract}; the page is {@code docs/exercises/train-model.md}. Grade it with {@code
 * mvn test -Dkata=train-model}.
 */
public final class TrainModel implements TrainModelContract {

    @Override
    public double[] train(Dataset data, int epochs, double rate, GradientFunction gradient, int workers)
            throws InterruptedException {
        throw new Todo();
    }
}
