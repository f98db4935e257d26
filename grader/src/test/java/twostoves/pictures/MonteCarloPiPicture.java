package twostoves.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws the picture of {@code docs/exercises/monte-carlo-pi.md}: points in a square, and how the error of the estimate
 * shrinks with the number of samples.
 *
 * <p>Run {@link #main} with the path of the file to write. It draws the same picture each time.
 */
public final class MonteCarloPiPicture {

    private static final long SEED = 1;
    private static final int POINTS = 700;
    private static final int LINES = 6;
    private static final int FIRST_DECADE = 2;
    private static final int LAST_DECADE = 7;
    private static final int POINTS_PER_DECADE = 4;

    /** What four times the share of hits deviates from π by, for one sample: 4·√(p·(1−p)) with p = π/4. */
    private static final double DEVIATION = 4 * Math.sqrt(Math.PI / 4 * (1 - Math.PI / 4));

    private static final int SIDE = 260;
    private static final int TOP = 40;
    private static final int SQUARE_LEFT = 20;
    private static final int CHART_LEFT = 360;
    private static final int CHART_WIDTH = 340;

    private final StringBuilder svg = new StringBuilder();

    private MonteCarloPiPicture() {}

    /**
     * Writes the picture.
     *
     * @param args the path of the SVG file
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), new MonteCarloPiPicture().draw());
    }

    private String draw() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 350\" font-family=\"sans-serif\" font-size=\"12\">");
        add(
                "<title>%d points in a square, and the error of the estimate of π against the number of samples</title>",
                POINTS);
        add("<rect width=\"720\" height=\"350\" fill=\"white\"/>");
        drawSquare(new SplittableRandom(SEED));
        drawAxes();
        SplittableRandom seeds = new SplittableRandom(SEED);
        for (int line = 0; line < LINES; line++) {
            drawErrors(seeds.split());
        }
        add("</svg>");
        return svg.toString();
    }

    private void drawSquare(RandomGenerator random) {
        int hits = 0;
        for (int i = 0; i < POINTS; i++) {
            double x = random.nextDouble();
            double y = random.nextDouble();
            boolean hit = x * x + y * y < 1;
            hits += hit ? 1 : 0;
            add(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"1.8\" fill=\"%s\"/>",
                    SQUARE_LEFT + x * SIDE, TOP + (1 - y) * SIDE, hit ? "#c0392b" : "#2c6fbb");
        }
        add(
                "<path d=\"M%d %d A%d %d 0 0 1 %d %d\" fill=\"none\" stroke=\"black\"/>",
                SQUARE_LEFT, TOP, SIDE, SIDE, SQUARE_LEFT + SIDE, TOP + SIDE);
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"black\"/>",
                SQUARE_LEFT, TOP, SIDE, SIDE);
        add("<text x=\"%d\" y=\"25\">%d of %d hit: π ≈ %.3f</text>", SQUARE_LEFT, hits, POINTS, 4.0 * hits / POINTS);
    }

    private void drawAxes() {
        add(
                "<text x=\"%d\" y=\"25\">error of the estimate, %d seeds; dashed: 1.64 / √samples</text>",
                CHART_LEFT, LINES);
        for (int decade = FIRST_DECADE; decade <= LAST_DECADE; decade++) {
            double x = x(Math.pow(10, decade));
            add("<path d=\"M%.1f %d V%d\" stroke=\"#ddd\"/>", x, TOP, TOP + SIDE);
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">10<tspan dy=\"-5\" font-size=\"9\">%d</tspan></text>",
                    x, TOP + SIDE + 20, decade);
        }
        for (int decade = -5; decade <= 0; decade++) {
            double y = y(Math.pow(10, decade));
            add("<path d=\"M%d %.1f H%d\" stroke=\"#ddd\"/>", CHART_LEFT, y, CHART_LEFT + CHART_WIDTH);
            add(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">10<tspan dy=\"-5\" font-size=\"9\">%d</tspan></text>",
                    CHART_LEFT - 6, y + 4, decade);
        }
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">samples</text>",
                CHART_LEFT + CHART_WIDTH / 2, TOP + SIDE + 42);
        double first = Math.pow(10, FIRST_DECADE);
        double last = Math.pow(10, LAST_DECADE);
        add(
                "<path d=\"M%.1f %.1f L%.1f %.1f\" stroke=\"black\" stroke-dasharray=\"5 4\"/>",
                x(first), y(DEVIATION / Math.sqrt(first)), x(last), y(DEVIATION / Math.sqrt(last)));
    }

    private void drawErrors(RandomGenerator random) {
        StringBuilder points = new StringBuilder();
        long hits = 0;
        long drawn = 0;
        for (int i = FIRST_DECADE * POINTS_PER_DECADE; i <= LAST_DECADE * POINTS_PER_DECADE; i++) {
            long samples = Math.round(Math.pow(10, (double) i / POINTS_PER_DECADE));
            for (; drawn < samples; drawn++) {
                double x = random.nextDouble();
                double y = random.nextDouble();
                hits += x * x + y * y < 1 ? 1 : 0;
            }
            double error = Math.abs(4.0 * hits / samples - Math.PI);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(samples), y(Math.max(error, 1e-5))));
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"#c0392b\" stroke-opacity=\"0.6\"/>",
                points.toString().strip());
    }

    private static double x(double samples) {
        return CHART_LEFT + (Math.log10(samples) - FIRST_DECADE) / (LAST_DECADE - FIRST_DECADE) * CHART_WIDTH;
    }

    private static double y(double error) {
        return TOP - Math.log10(error) / 5 * SIDE;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
