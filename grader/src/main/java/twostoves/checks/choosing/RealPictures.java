package twostoves.checks.choosing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import twostoves.kit.Image;

/**
 * Real pictures: PNG files, which travel as text in Base64.
 *
 * @param files the file for each path, as text
 * @param thumbnails the thumbnail for each path
 */
record RealPictures(Map<String, String> files, Map<String, Image> thumbnails) {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    /** A pixel of a thumbnail is the mean of so many in each direction. */
    private static final int SCALE = 4;

    /** Paints pictures. */
    static RealPictures of(int count, RandomGenerator random) {
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, Image> thumbnails = new LinkedHashMap<>();
        for (int i = 1; i <= count; i++) {
            BufferedImage picture = paint(random);
            files.put("/photos/" + i + ".png", encode(picture));
            thumbnails.put("/photos/" + i + ".png", reduce(picture));
        }
        return new RealPictures(files, thumbnails);
    }

    private static BufferedImage paint(RandomGenerator random) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        int colour = random.nextInt();
        int slope = random.nextInt(1, 9);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, colour + (slope * x << 8) + y * slope);
            }
        }
        return picture;
    }

    private static String encode(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IOException("this Java cannot write PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Reads a file and makes a thumbnail of it. */
    static Image shrink(String file) {
        byte[] bytes = Base64.getDecoder().decode(file);
        try {
            // closed by whoever reads it
            return reduce(ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Image reduce(BufferedImage picture) {
        int width = picture.getWidth() / SCALE;
        int height = picture.getHeight() / SCALE;
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = mean(picture, x * SCALE, y * SCALE);
            }
        }
        return Image.of(width, height, argb);
    }

    private static int mean(BufferedImage picture, int left, int top) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int pixel : picture.getRGB(left, top, SCALE, SCALE, null, 0, SCALE)) {
            red += pixel >> 16 & 0xff;
            green += pixel >> 8 & 0xff;
            blue += pixel & 0xff;
        }
        int area = SCALE * SCALE;
        return 0xff << 24 | red / area << 16 | green / area << 8 | blue / area;
    }
}
