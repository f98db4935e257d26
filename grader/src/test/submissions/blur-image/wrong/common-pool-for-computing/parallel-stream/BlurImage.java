// Mistake: a parallel stream of rows.
package twostoves.parallelism;

import java.util.Objects;
import java.util.stream.IntStream;
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
        IntStream.range(0, height).parallel().forEach(y -> rows(source, filter, y, y + 1, argb));

        return Image.of(width, height, argb);
    }

    private static void rows(Image source, PixelFilter filter, int from, int to, int[] argb) {
        for (int y = from; y < to; y++) {
            for (int x = 0; x < source.width(); x++) {
                argb[y * source.width() + x] = filter.apply(source, x, y);
            }
        }
    }
}
