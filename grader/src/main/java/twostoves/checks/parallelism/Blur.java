package twostoves.checks.parallelism;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.kit.Image;
import twostoves.kit.PixelFilter;
import twostoves.simulation.Simulation;

/**
 * A filter that charges each pixel, and watches which image it is applied to. Good for one run.
 *
 * <p>A new pixel is the mean of those around it, in each of the four channels.
 */
final class Blur implements PixelFilter {

    /** What a pixel costs: one virtual millisecond of one core. */
    static final Duration COST = Duration.ofMillis(1);

    /** A band with a row more on either side is still cut too short. */
    private static final int REACH = 2;

    private final Simulation simulation;
    private final Image source;

    /** The first image it was applied to that is not the source. */
    private volatile Optional<Image> other = Optional.empty();

    Blur(Simulation simulation, Image source) {
        this.simulation = simulation;
        this.source = source;
    }

    /** Draws an image in which no two pixels are alike, but for an odd chance. */
    static Image image(int width, int height, RandomGenerator random) {
        return Image.of(width, height, random.ints((long) width * height).toArray());
    }

    /** What is due for the whole of an image. */
    static Image blurred(Image source) {
        int[] argb = new int[source.width() * source.height()];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = mean(source, i % source.width(), i / source.width());
        }
        return Image.of(source.width(), source.height(), argb);
    }

    @Override
    public int apply(Image image, int x, int y) {
        if (image != source && !image.equals(source)) {
            other = Optional.of(image);
        }
        int mean = mean(image, x, y);
        simulation.compute("(" + x + ", " + y + ")", (long) y * image.width() + x, COST);
        return mean;
    }

    private static int mean(Image image, int x, int y) {
        image.argb(x, y); // no pixel, no neighbours
        int[] sums = new int[4];
        for (int dy = -REACH; dy <= REACH; dy++) {
            for (int dx = -REACH; dx <= REACH; dx++) {
                int argb =
                        image.argb(Math.clamp(x + dx, 0, image.width() - 1), Math.clamp(y + dy, 0, image.height() - 1));
                for (int channel = 0; channel < sums.length; channel++) {
                    sums[channel] += argb >>> 8 * channel & 0xff;
                }
            }
        }
        int pixels = (2 * REACH + 1) * (2 * REACH + 1);
        int mean = 0;
        for (int channel = 0; channel < sums.length; channel++) {
            mean |= sums[channel] / pixels << 8 * channel;
        }
        return mean;
    }

    /** Says what is wrong if it was applied to anything but the source. */
    Optional<CheckFailure> fault() {
        return other.map(image -> image.width() == source.width() && image.height() == source.height()
                ? CheckFailure.proven(
                        Diagnosis.IN_PLACE_UPDATE,
                        "You applied the filter to an image in which some pixels are new already, so it took new"
                                + " neighbours for old ones.")
                : CheckFailure.proven(
                        Diagnosis.SEAM_AT_BORDERS,
                        "The source is " + source + ", and you applied the filter to " + image
                                + ": at the borders of that part it misses the neighbours."));
    }
}
