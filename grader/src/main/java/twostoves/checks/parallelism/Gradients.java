package twostoves.checks.parallelism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntToLongFunction;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.kit.Dataset;
import twostoves.kit.GradientFunction;
import twostoves.simulation.SimulatedFunction;
import twostoves.simulation.Simulation;

/** Gradients that cost processor time, and a record of the weights that each shard was asked about. */
final class Gradients implements GradientFunction {

    /** A call: the weights when it began and when it ended, and which call of its shard it was, from 1. */
    private record Asking(int shard, int epoch, double[] before, double[] after, long at) {}

    private final Simulation simulation;
    private final Dataset data;
    private final GradientFunction values;
    private final IntToLongFunction units;
    private final AtomicIntegerArray calls;
    private final Queue<Asking> askings = new ConcurrentLinkedQueue<>();

    /**
     * Creates gradients.
     *
     * @param units what a shard costs; not negative
     */
    Gradients(Simulation simulation, Dataset data, GradientFunction values, IntToLongFunction units) {
        this.simulation = simulation;
        this.data = data;
        this.values = values;
        this.units = units;
        this.calls = new AtomicIntegerArray(data.shards().size());
    }

    @Override
    public double[] sum(int shard, double[] weights) {
        int epoch = calls.incrementAndGet(shard);
        double[] before = weights.clone();
        simulation.compute(
                "epoch " + epoch + ", shard " + shard,
                shard,
                SimulatedFunction.COST.multipliedBy(units.applyAsLong(shard)));
        askings.add(new Asking(shard, epoch, before, weights.clone(), simulation.now()));
        return values.sum(shard, before);
    }

    /**
     * Demands that each shard was asked once in each epoch.
     *
     * @throws CheckFailure for a shard left out or asked twice
     */
    void demandEachOncePerEpoch(int epochs, int workers) {
        int shards = data.shards().size();
        for (int shard = 0; shard < shards; shard++) {
            int times = calls.get(shard);
            String message = "In " + epochs + (epochs == 1 ? " epoch" : " epochs") + " with " + shards + " shards on "
                    + workers + (workers == 1 ? " worker" : " workers") + " you asked for the gradient of shard "
                    + shard
                    + " " + times + (times == 1 ? " time." : " times.");
            if (times > epochs) {
                throw CheckFailure.proven(Diagnosis.WORK_DONE_TWICE, message);
            }
            if (times < epochs) {
                boolean tail = shard >= shards - shards % workers;
                throw CheckFailure.proven(tail ? Diagnosis.REMAINDER_DROPPED : Diagnosis.GAP_OR_OVERLAP, message);
            }
        }
    }

    /**
     * Demands that in each epoch all shards were asked about the same weights, and that these did not change meanwhile.
     *
     * @throws CheckFailure for the first shard that was not
     */
    void demandSameWeights(int epochs) {
        for (int epoch = 1; epoch <= epochs; epoch++) {
            List<Asking> ofEpoch = new ArrayList<>();
            for (Asking asking : askings) {
                if (asking.epoch() == epoch) {
                    ofEpoch.add(asking);
                }
            }
            for (Asking asking : ofEpoch) {
                if (!Arrays.equals(asking.before(), asking.after())) {
                    throw CheckFailure.proven(
                            Diagnosis.IN_PLACE_UPDATE,
                            "In epoch " + epoch + " the weights changed while shard " + asking.shard()
                                    + " was being computed, before " + Times.ofNanos(asking.at()) + ".");
                }
                if (!Arrays.equals(asking.before(), ofEpoch.getFirst().before())) {
                    throw CheckFailure.proven(
                            Diagnosis.NO_BARRIER,
                            "In epoch " + epoch + " shard " + asking.shard()
                                    + " was asked about other weights than shard "
                                    + ofEpoch.getFirst().shard()
                                    + ": between the two the weights took a step, or were about to.");
                }
            }
        }
    }

    /** What is to come of it, computed one shard after another. */
    static double[] trained(Dataset data, int epochs, double rate, GradientFunction values) {
        double[] weights = new double[data.weights()];
        for (int epoch = 0; epoch < epochs; epoch++) {
            double[] sum = new double[weights.length];
            for (int shard = 0; shard < data.shards().size(); shard++) {
                double[] some = values.sum(shard, weights);
                Arrays.setAll(sum, j -> sum[j] + some[j]);
            }
            Arrays.setAll(weights, j -> weights[j] - rate * sum[j] / data.examples());
        }
        return weights;
    }
}
