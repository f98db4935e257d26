// Mistake: nobody waits for the last file.
package twostoves.concurrency;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import twostoves.contract.ScanFilesContract;

public final class ScanFiles implements ScanFilesContract {

    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        Map<Path, Long> counted = new ConcurrentHashMap<>();
        for (Path file : files) {
            Thread.ofVirtual().start(() -> counted.put(file, scan(file).lines()));
        }
        return counted;
    }

    private record Result(Path file, long lines, IOException failure) {}

    private static Result scan(Path file) {
        try {
            return new Result(file, count(file), null);
        } catch (IOException e) {
            return new Result(file, 0, e);
        }
    }

    private static long count(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long lines = 0;
            while (reader.readLine() != null) {
                lines++;
            }
            return lines;
        }
    }
}
