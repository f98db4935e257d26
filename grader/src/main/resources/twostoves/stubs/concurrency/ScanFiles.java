package twostoves.concurrency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import twostoves.contract.ScanFilesContract;
import twostoves.kit.Todo;

/**
 * Exercise 8: count the lines of many files at the same time, and report those that fail.
 *
 * <p>What is asked is in {@link ScanFilesContract}; the page is {@code docs/exercises/scan-files.md}. Grade it with
 * {@code mvn test -Dkata=scan-files}.
 */
public final class ScanFiles implements ScanFilesContract {

    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        throw new Todo();
    }
}
