package twostoves.classroom;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the parts into which a class is divided among several machines.
 *
 * <p>Which part a submission falls into depends on its name and the number of parts alone. So every machine finds its own
 * without asking the others, and a clone that comes later moves none of those that were there.
 *
 * @param index which part, from 1 to {@code count}
 * @param count how many parts there are; at least 1
 */
public record Shard(int index, int count) {

    /** The whole class, on one machine. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern NOTATION = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /**
     * Creates a shard.
     *
     * @throws IllegalArgumentException if there is no such part
     */
    public Shard {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException("there is no shard " + index + "/" + count + "; the first is 1/" + count
                    + " and the last is " + count + "/" + count);
        }
    }

    /**
     * Reads a shard.
     *
     * @param text such as {@code 2/8}
     * @return the shard
     * @throws IllegalArgumentException if it is written otherwise, or if there is no such part
     */
    public static Shard parse(String text) {
        Matcher matcher = NOTATION.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
            throw new IllegalArgumentException("a shard is written as 2/8, the second of eight parts");
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /**
     * Tells whether a submission falls into this part.
     *
     * @param submission its name
     * @return whether this machine grades it
     */
    public boolean holds(String submission) {
        // not the text's hash code, in which names that differ in their last digit lie close together
        int hash = Sha256.of(submission.getBytes(StandardCharsets.UTF_8)).firstInt();
        return Math.floorMod(hash, count) + 1 == index;
    }

    /** As it is typed, {@code 2/8}. */
    @Override
    public String toString() {
        return index + "/" + count;
    }
}
