// Mistake: a parallel stream over the shards.
package twostoves.parallelism;

import java.util.Objects;
import java.util.stream.IntStream;
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
            double[] sum = IntStream.range(0, shards)
                    .parallel()
                    .mapToObj(s -> gradient.sum(s, weights))
                    .reduce(new double[weights.length], TrainModel::plus);
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= rate * sum[j] / data.examples();
            }
        }
        return weights;
    }

    private static double[] plus(double[] left, double[] right) {
        double[] both = left.clone();
        for (int j = 0; j < both.length; j++) {
            both[j] += right[j];
        }
        return both;
    }
}
