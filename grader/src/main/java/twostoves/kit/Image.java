package twostoves.kit;

import java.util.Arrays;
import java.util.Objects;

/**
 * A picture of coloured pixels. Immutable, so any number of threads may look at it at once.
 *
 * <p>Pixels are counted from the top left corner: x to the right, y downwards. A colour is an {@code int} in the form ARGB:
 * eight bits each of opacity, red, green and blue, from the highest to the lowest.
 */
public final class Image {

    private final int width;
    private final int height;
    private final int[] argb;

    private Image(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /**
     * Creates an image.
     *
     * @param width pixels in a row; at least 1
     * @param height rows; at least 1
     * @param argb the colours, row by row from the top, each row from the left: pixel (x, y) is at {@code y * width + x}. It
     *     is copied
     * @return the image
     * @throws IllegalArgumentException if there are no pixels, or if {@code argb} has not {@code width * height} elements
     */
    public static Image of(int width, int height, int[] argb) {
        Objects.requireNonNull(argb);
        if (width < 1 || height < 1 || argb.length != (long) width * height) {
            throw new IllegalArgumentException(
                    argb.length + " colours are no image of " + width + " by " + height + " pixels");
        }
        return new Image(width, height, argb.clone());
    }

    /**
     * Measures a row.
     *
     * @return the number of pixels in a row, at least 1
     */
    public int width() {
        return width;
    }

    /**
     * Counts the rows.
     *
     * @return the number of rows, at least 1
     */
    public int height() {
        return height;
    }

    /**
     * Looks at a pixel.
     *
     * @param x from 0 to {@code width() - 1}
     * @param y from 0 to {@code height() - 1}
     * @return its colour
     * @throws IndexOutOfBoundsException if there is no such pixel
     */
    public int argb(int x, int y) {
        return argb[Objects.checkIndex(y, height) * width + Objects.checkIndex(x, width)];
    }

    /**
     * Looks at all pixels.
     *
     * @return a copy of the colours, row by row, as {@link #of} takes them
     */
    public int[] argb() {
        return argb.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Image that && that.width == width && Arrays.equals(that.argb, argb);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(argb);
    }

    @Override
    public String toString() {
        return "an image of " + width + " by " + height + " pixels";
    }
}
