// Mistake: Arrays.parallelSetAll is a parallel stream, too.
package twostoves.parallelism;

import java.util.Arrays;
import java.util.Objects;
import twostoves.contract.BlurImageContract;
import twostoves.kit.Image;
import twostoves.kit.PixelFilter;

public final class BlurImage implements BlurImageContract {

    @Override
    public Image blur(Image source, PixelFilter filter, int workers) throws InterruptedException {
        Objects.requireNonNull(source);
        Objects.requireNonNull(filter);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        int width = source.width();
        int height = source.height();
        int[] argb = new int[width * height];
        Arrays.parallelSetAll(argb, i -> filter.apply(source, i % width, i / width));

        return Image.of(width, height, argb);
    }
}
