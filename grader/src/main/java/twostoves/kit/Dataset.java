package twostoves.kit;

import java.util.List;

/**
 * How much there is to learn from: examples that are divided into shards, once and for all.
 *
 * <p>The examples themselves are known to the {@link GradientFunction} that comes with them.
 *
 * @param weights how many weights are to be learnt; at least 1
 * @param shards how many examples each shard has, at least 1 each; at least one shard
 */
public record Dataset(int weights, List<Integer> shards) {

    /**
     * Creates a dataset.
     *
     * @throws IllegalArgumentException if there are no weights, no shards, or a shard without examples
     */
    public Dataset {
        shards = List.copyOf(shards);
        if (weights < 1 || shards.isEmpty() || shards.stream().anyMatch(examples -> examples < 1)) {
            throw new IllegalArgumentException("weights: " + weights + ", examples of the shards: " + shards);
        }
    }

    /**
     * Counts the examples of all shards.
     *
     * @return the sum of {@link #shards}
     */
    public long examples() {
        return shards.stream().mapToLong(Integer::longValue).sum();
    }
}
