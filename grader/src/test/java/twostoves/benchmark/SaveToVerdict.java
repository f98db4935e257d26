package twostoves.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long the learner's loop takes from a save of {@code FetchAll} to its verdict, as a learner sees it: a real
 * {@code kata watch} over a copy of the exercises, a file that is written, and a line that is printed.
 */
final class SaveToVerdict {

    private static final String FILE = "src/main/java/twostoves/concurrency/FetchAll.java";

    /** What a learner reads and thinks at the least; the next worker warms up meanwhile. */
    private static final long THINKING_MILLIS = 2500;

    /** The first saves find a compiler that has compiled nothing yet. */
    private static final int WARMING_UP = 3;

    private SaveToVerdict() {}

    /**
     * Measures.
     *
     * @param args the repository, a solution of {@code fetch-all}, how many saves, and the command that runs {@code kata}
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path tree = Files.createTempDirectory("kata-benchmark-");
        try {
            copy(Path.of(args[0], "exercises"), tree.resolve("exercises"));
            String solution = Files.readString(Path.of(args[1]));
            List<String> command = new ArrayList<>(List.of(args).subList(3, args.length));
            command.add(1, "-Dkata.repository=" + tree);
            command.add("watch");
            List<Long> millis =
                    measure(tree.resolve("exercises").resolve(FILE), solution, Integer.parseInt(args[2]), command);
            System.out.println("median " + at(millis, 0.5) + " ms, p95 " + at(millis, 0.95) + " ms, best "
                    + at(millis, 0) + " ms, " + millis.size() + " saves");
        } finally {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static List<Long> measure(Path file, String solution, int saves, List<String> command)
            throws IOException, InterruptedException {
        Process loop = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            BlockingQueue<String> lines = new LinkedBlockingQueue<>();
            Thread.ofPlatform().daemon().start(() -> {
                try (BufferedReader reader = loop.inputReader()) {
                    reader.lines().forEach(lines::add);
                } catch (IOException | UncheckedIOException ended) {
                    // the loop was ended below
                }
            });
            List<Long> millis = new ArrayList<>();
            for (int save = 0; save < saves + WARMING_UP; save++) {
                Thread.sleep(THINKING_MILLIS);
                lines.clear();
                String text = solution + "\n// save " + save + "\n";
                long begun = System.nanoTime();
                Files.writeString(file, text);
                awaitVerdict(lines);
                if (save >= WARMING_UP) {
                    millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
                }
            }
            return millis;
        } finally {
            loop.destroy();
            loop.waitFor();
        }
    }

    private static void awaitVerdict(BlockingQueue<String> lines) throws InterruptedException {
        for (String line = ""; !line.contains("/10"); ) {
            line = lines.poll(1, TimeUnit.MINUTES);
            if (line == null) {
                throw new IllegalStateException("no verdict within a minute");
            }
        }
    }

    private static long at(List<Long> millis, double share) {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(path -> !path.startsWith(from.resolve("target")))
                    .toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }
}
