package twostoves.contract;

import twostoves.kit.Image;
import twostoves.kit.PixelFilter;

/**
 * Exercise 16, {@code blur-image}: work out every pixel of a new image from the pixels around it in the old one.
 *
 * <p>The pixels do not depend on each other's results, only on the source, which nobody changes. So they can be shared out in
 * any way: bands of rows, bands of columns, tiles, or row by row to whoever is free.
 */
public interface BlurImageContract {

    /**
     * Applies a filter to every pixel.
     *
     * <ul>
     *   <li>The new image is as large as the source, and each of its pixels is what the filter makes of the same place of
     *       the source, bit for bit, whatever the number of workers. That includes the pixels at the edges: the filter
     *       itself knows what to do there.
     *   <li>The filter is applied once to each pixel, on a worker, and always to the whole source: not to a part cut out of
     *       it, because at the border of the part the filter would miss the neighbours, and not to an image in which some
     *       pixels are new already.
     *   <li>Exactly {@code workers} platform threads compute. Where the image has fewer rows or columns than that, fewer will
     *       do, down to one for each row or column. The calling thread may be one of them.
     *   <li>The shares are even: on as many cores as workers, the call takes no longer than the largest of {@code workers}
     *       bands of rows, or of columns, whose sizes differ by at most one row or column, whichever is larger.
     *   <li>Nothing this call has started is still running when it returns or throws: no thread, no pool.
     * </ul>
     *
     * @param source the image
     * @param filter works out a pixel; it costs processor time, and may be applied by any number of threads at once
     * @param workers how many threads compute; at least 1
     * @return the new image
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that does not notice the
     *     interrupt until the image is there may return it instead, with the thread's interrupt flag still set
     * @throws IllegalArgumentException if {@code workers} is less than 1
     * @throws NullPointerException if {@code source} or {@code filter} is null
     * @throws RuntimeException if {@code filter} threw one: the very exception it threw, not wrapped in another
     */
    Image blur(Image source, PixelFilter filter, int workers) throws InterruptedException;
}
