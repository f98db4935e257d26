// Mistake: the array of results is made by the first thread that has one, after a look that no lock guards.
package twostoves.concurrency;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import twostoves.contract.ScanFilesContract;
import twostoves.kit.ScanFailure;

public final class ScanFiles implements ScanFilesContract {

    @Override
    public Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException {
        Lazy<Result[]> results = new Lazy<>(() -> new Result[files.size()]);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            int index = i;
            threads.add(Thread.ofPlatform().start(() -> results.get()[index] = scan(files.get(index))));
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (true) {
                try {
                    thread.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
        return sorted(List.of(results.get()));
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

    private static Map<Path, Long> sorted(Iterable<Result> results) throws ScanFailure {
        Map<Path, Long> counted = new LinkedHashMap<>();
        Map<Path, IOException> failures = new LinkedHashMap<>();
        for (Result result : results) {
            if (result.failure() == null) {
                counted.put(result.file(), result.lines());
            } else {
                failures.put(result.file(), result.failure());
            }
        }
        if (!failures.isEmpty()) {
            throw new ScanFailure(counted, failures);
        }
        return counted;
    }

    /** Made when it is first asked for. */
    private static final class Lazy<T> {
        private final Supplier<T> maker;
        private T made;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            if (made == null) {
                synchronized (this) {
                    if (made == null) {
                        made = maker.get();
                    }
                }
            }
            return made;
        }
    }
}
