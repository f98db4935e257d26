package twostoves.contract;

import twostoves.kit.Dataset;
import twostoves.kit.GradientFunction;

/**
 * Exercise 20, {@code train-model}: gradient descent, with the examples shared out among workers and a result that does not
 * show how many there were.
 *
 * <p>In each epoch every shard of the examples says which way the weights should go. All shards are asked about the same
 * weights; then their answers are added up, and the weights take one step.
 */
public interface TrainModelContract {

    /**
     * Trains a model.
     *
     * <p>All weights begin as 0. In each epoch, with <i>g</i> the sum of the gradients of all shards and <i>n</i> the number
     * of all examples, each weight <i>w<sub>j</sub></i> becomes <i>w<sub>j</sub></i> − {@code rate} ·
     * <i>g<sub>j</sub></i> / <i>n</i>.
     *
     * <ul>
     *   <li>In each epoch {@code gradient} is called once for each shard, and for all shards with the weights as they are
     *       after the epoch before. They do not change while any shard is being computed.
     *   <li>The gradients of the shards are added in an order that is always the same, whatever the number of workers and
     *       whichever shard is done first: the weights are the same to the last bit. Adding in the order of the shards is
     *       the plain way.
     *   <li>{@code workers} platform threads compute, or one for each shard where there are fewer of those. The calling
     *       thread may be one of them. They are started once and serve for all epochs.
     *   <li>Where all shards are of one size, no worker computes more of them in an epoch than the shards divided by the
     *       workers, rounded up.
     *   <li>Nothing this call has started is still running when it returns or throws: no thread, no pool.
     * </ul>
     *
     * @param data how many weights there are, and the sizes of the shards
     * @param epochs how many steps to take; 0 returns the weights as they begin
     * @param rate how far each step goes
     * @param gradient computes the gradient of a shard; it costs processor time
     * @param workers how many threads compute; at least 1
     * @return the weights after the last epoch. Next to those that the formula gives with exact numbers they may be off by
     *     what rounding does, a billionth of their size
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that does not notice the
     *     interrupt until the weights are there may return them instead, with the thread's interrupt flag still set
     * @throws IllegalArgumentException if {@code workers} is less than 1 or {@code epochs} is negative
     * @throws NullPointerException if {@code data} or {@code gradient} is null
     * @throws RuntimeException if {@code gradient} threw one: the very exception it threw, not wrapped in another
     */
    double[] train(Dataset data, int epochs, double rate, GradientFunction gradient, int workers)
            throws InterruptedException;
}
