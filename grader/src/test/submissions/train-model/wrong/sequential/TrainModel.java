// Mistake: all shards on the calling thread.
package twostoves.parallelism;

import java.util.Objects;
import twostoves.contract.TrainModelContract;
import twostoves.kit.Dataset;
import twostoves.kit.GradientFunction;

public final class TrainModel implements TrainModelContract {

    @Override
    public double[] train(Dataset data, int epochs, double rate, GradientFunction gradient, int workers)
            throws InterruptedException {
        Objects.requireNonNull(data);
        Objects.requireNonNull(gradient);
        if (workers < 1 || epochs < 0) {
            throw new IllegalArgumentException("workers " + workers + ", epochs " + epochs);
        }

        double[] weights = new double[data.weights()];
        int shards = data.shards().size();
        for (int epoch = 0; epoch < epochs; epoch++) {
            double[] sum = new double[weights.length];
            for (int i = 0; i < shards; i++) {
                double[] some = gradient.sum(i, weights);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += some[j];
                }
            }
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= rate * sum[j] / data.examples();
            }
        }
        return weights;
    }
}
