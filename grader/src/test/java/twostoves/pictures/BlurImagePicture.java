package twostoves.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import twostoves.kit.Image;
import twostoves.kit.PixelFilter;

/**
 * Draws the picture of {@code docs/exercises/blur-image.md}: a source, what is due, and what comes of cutting out bands and
 * of painting onto the source.
 *
 * <p>Run {@link #main} with the path of the file to write. It draws the same picture each time.
 */
public final class BlurImagePicture {

    private static final int WIDTH = 80;
    private static final int HEIGHT = 64;
    private static final int BANDS = 4;
    private static final int RADIUS = 4;

    private static final int PIXEL = 2;
    private static final int GAP = 16;
    private static final int TOP = 34;

    private static final int SKY = 0xff9ecae9;
    private static final int SUN = 0xfff2a900;
    private static final int HILL = 0xff3b7d4f;
    private static final int WALL = 0xfff7f3e8;
    private static final int ROOF = 0xffb03a2e;
    private static final int FRAME = 0xff333333;

    private final StringBuilder svg = new StringBuilder();

    private BlurImagePicture() {}

    /**
     * Writes the picture.
     *
     * @param args the path of the SVG file
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), new BlurImagePicture().draw());
    }

    private String draw() throws IOException {
        Image source = source();
        int width = 4 * WIDTH * PIXEL + 5 * GAP;
        int height = TOP + HEIGHT * PIXEL + GAP;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                width, height);
        add(
                "<title>A picture, its blur, the blur of four bands cut out of it, and the blur painted onto the source</title>");
        add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", width, height);
        show(0, "the source", source);
        show(1, "its blur", blurred(source, BlurImagePicture::mean));
        show(2, BANDS + " bands cut out of it", bandByBand(source));
        show(3, "painted onto the source", inPlace(source));
        add("</svg>");
        return svg.toString();
    }

    /** A house on a hill, with edges in every direction. */
    private static Image source() {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                argb[y * WIDTH + x] = colour(x, y);
            }
        }
        return Image.of(WIDTH, HEIGHT, argb);
    }

    private static int colour(int x, int y) {
        boolean window = x >= 33 && x < 38 && y >= 36 && y < 42 || x >= 44 && x < 49 && y >= 36 && y < 42;
        boolean wall = x >= 28 && x < 54 && y >= 32 && y < 50;
        boolean roof = y >= 18 && y < 32 && Math.abs(x - 41) <= y - 16;
        boolean sun = Math.hypot(x - 64, y - 13) < 9;
        boolean hill = y > 48 - 7 * Math.sin(x / 14.0);
        if (window) {
            return FRAME;
        }
        if (wall) {
            return WALL;
        }
        if (roof) {
            return ROOF;
        }
        if (hill) {
            return HILL;
        }
        return sun ? SUN : SKY;
    }

    private static Image blurred(Image source, PixelFilter filter) {
        int[] argb = new int[source.width() * source.height()];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = filter.apply(source, i % source.width(), i / source.width());
        }
        return Image.of(source.width(), source.height(), argb);
    }

    /** What comes of it when the workers see their own rows only. */
    private static Image bandByBand(Image source) {
        int rows = HEIGHT / BANDS;
        int[] argb = source.argb();
        for (int band = 0; band < BANDS; band++) {
            int[] cut = new int[WIDTH * rows];
            System.arraycopy(argb, band * cut.length, cut, 0, cut.length);
            int[] done =
                    blurred(Image.of(WIDTH, rows, cut), BlurImagePicture::mean).argb();
            System.arraycopy(done, 0, argb, band * done.length, done.length);
        }
        return Image.of(WIDTH, HEIGHT, argb);
    }

    /** What comes of it when new pixels are taken for old ones. */
    private static Image inPlace(Image source) {
        int[] argb = source.argb();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = mean(Image.of(WIDTH, HEIGHT, argb), i % WIDTH, i / WIDTH);
        }
        return Image.of(WIDTH, HEIGHT, argb);
    }

    private static int mean(Image image, int x, int y) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int dy = -RADIUS; dy <= RADIUS; dy++) {
            for (int dx = -RADIUS; dx <= RADIUS; dx++) {
                int argb =
                        image.argb(Math.clamp(x + dx, 0, image.width() - 1), Math.clamp(y + dy, 0, image.height() - 1));
                red += argb >> 16 & 0xff;
                green += argb >> 8 & 0xff;
                blue += argb & 0xff;
            }
        }
        int count = (2 * RADIUS + 1) * (2 * RADIUS + 1);
        return 0xff000000 | red / count << 16 | green / count << 8 | blue / count;
    }

    private void show(int place, String caption, Image image) throws IOException {
        BufferedImage pixels = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        pixels.setRGB(0, 0, image.width(), image.height(), image.argb(), 0, image.width());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(pixels, "png", png);
        int left = GAP + place * (WIDTH * PIXEL + GAP);
        add("<text x=\"%d\" y=\"%d\">%s</text>", left, TOP - 10, caption);
        add(
                "<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" style=\"image-rendering:pixelated\""
                        + " href=\"data:image/png;base64,%s\"/>",
                left, TOP, WIDTH * PIXEL, HEIGHT * PIXEL, Base64.getEncoder().encodeToString(png.toByteArray()));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
