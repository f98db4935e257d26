package twostoves.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at a worker from outside, while its grader waits for it: how many processes and threads it has, and how much it has
 * written. Ends them all with it.
 *
 * <p>Safe for use by several threads: a grader that is stopped ends its workers from a thread of its own.
 */
final class Guard {

    /** A worker, the two JVMs that it starts, and what confines them. */
    private static final int MAX_PROCESSES = 12;

    /** More than the ten thousand that an exercise may tempt learners to. */
    private static final int MAX_THREADS = 16_000;

    private static final int MAX_FILES = 10_000;
    private static final String THREADS = "Threads:";

    private final ProcessHandle worker;
    private final Path scratch;
    private final Set<ProcessHandle> seen = new HashSet<>();

    Guard(ProcessHandle worker, Path scratch) {
        this.worker = worker;
        this.scratch = scratch;
    }

    /** Tells what it has too much of; empty if nothing. */
    synchronized Optional<String> excess() {
        List<ProcessHandle> family = family();
        seen.addAll(family);
        if (family.size() > MAX_PROCESSES) {
            return Optional.of("Your code started other processes.");
        }
        if (family.stream().mapToLong(Guard::threads).sum() > MAX_THREADS) {
            return Optional.of("Your code had more than 16,000 threads at once.");
        }
        return written() > Confinement.SCRATCH_BYTES
                ? Optional.of("Your code wrote more than 64 MB into files.")
                : Optional.empty();
    }

    /** Tells how much processor time it has used, and what of its family is alive. */
    Duration processorTime() {
        return family().stream()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private List<ProcessHandle> family() {
        return Stream.concat(Stream.of(worker), worker.descendants()).toList();
    }

    /** Where the kernel does not tell, nobody counts. */
    private static long threads(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith(THREADS))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(THREADS.length()).strip()))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private long written() {
        try (Stream<Path> files = Files.walk(scratch)) {
            List<Path> some = files.limit(MAX_FILES).toList();
            return some.size() == MAX_FILES
                    ? Long.MAX_VALUE
                    : some.stream().mapToLong(Guard::size).sum();
        } catch (IOException | UncheckedIOException changing) {
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Ends the worker and all that it has started, whatever they are doing. */
    synchronized void end() {
        seen.addAll(family());
        seen.forEach(ProcessHandle::destroyForcibly);
        // what was started meanwhile
        worker.descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
