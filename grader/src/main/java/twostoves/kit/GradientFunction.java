package twostoves.kit;

/**
 * Tells in which direction the error of a model grows, as far as the examples of one shard are concerned.
 *
 * <p>May be called from any number of threads at once. In a graded run each example costs simulated processor time.
 */
@FunctionalInterface
public interface GradientFunction {

    /**
     * Adds up the gradients of all examples of a shard.
     *
     * @param shard the number of the shard, from 0
     * @param weights the weights of the model; they are read at any time before this returns, and must not change meanwhile
     * @return for each weight the sum over the examples; a new array
     */
    double[] sum(int shard, double[] weights);
}
