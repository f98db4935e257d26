package twostoves.parallelism;

import twostoves.contract.BlurImageContract;
import twostoves.kit.Image;
import twostoves.kit.PixelFilter;
import twostoves.kit.Todo;

/**
 * Exercise 16: apply a filter to every pixel of an image, on a number of workers.
 *
 * <p>What is asked is in {@link BlurImageContract}; the page is {@code docs/exercises/blur-image.md}. Grade it with
 * {@code mvn test -Dkata=blur-image}.
 */
public final class BlurImage implements BlurImageContract {

    @Override
    public Image blur(Image source, PixelFilter filter, int workers) throws InterruptedException {
        throw new Todo();
    }
}
