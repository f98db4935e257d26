package twostoves.kit;

/**
 * Works out a pixel of a new image from the pixels of another: blurs, sharpens, finds edges.
 *
 * <p>It has no state, and any number of threads may apply it at once. In a graded run each application costs simulated
 * processor time.
 */
@FunctionalInterface
public interface PixelFilter {

    /**
     * Works out one pixel.
     *
     * <p>The filter looks at the pixel and at its neighbours, how far is its own business. Where a neighbour would lie
     * outside the image, the nearest pixel inside stands for it.
     *
     * @param source the whole image; it is only read
     * @param x from 0 to {@code source.width() - 1}
     * @param y from 0 to {@code source.height() - 1}
     * @return the colour of the new pixel, as ARGB
     * @throws IndexOutOfBoundsException if there is no such pixel
     */
    int apply(Image source, int x, int y);
}
