package twostoves.sandbox;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import twostoves.fork.ChildJvm;

/**
 * A compiler in a process of its own, with bounded memory and time: there are sources over which the compiler never ends, or
 * eats all memory.
 *
 * <p>A process that is done is kept for the next submission, as a compiler that is warm is several times as fast. It runs
 * nothing of what it compiles, and ends with this process.
 */
final class CompilerProcess implements Compiler, AutoCloseable {

    private static final int MEGABYTES = 512;
    private static final int OUT_OF_MEMORY = 3;

    private static final int BEAT_MILLIS = 100;

    /** How many times its limit a compiler may take by the clock. */
    private static final int PATIENCE = 10;

    /** For the whole process: submissions of a class are compiled side by side. */
    private static final ConcurrentLinkedQueue<Child> IDLE = new ConcurrentLinkedQueue<>();

    private final Duration limit;
    private Optional<Child> mine;

    private CompilerProcess(Duration limit, Child child) {
        this.limit = limit;
        this.mine = Optional.of(child);
    }

    /**
     * Takes a process that is idle, or starts one.
     *
     * @param limit how much processor time it may take for a submission
     * @return a compiler, to be used by one thread
     */
    static CompilerProcess open(Duration limit) {
        return new CompilerProcess(limit, Child.take());
    }

    @Override
    public CompilerReply compile(CompilerOrder order) {
        Child child = mine.orElseGet(Child::take);
        mine = Optional.of(child);
        child.send(Wire.write(order));
        String current = order.sources().getFirst();
        Budget budget = new Budget(child.process, limit);
        while (true) {
            Optional<CompilerWorld.Said> said = child.next(budget);
            if (said.isEmpty()) {
                return crashed(
                        current,
                        "The compiler was still busy with this file after " + limit.toSeconds()
                                + " s of processor time.");
            }
            switch (said.get()) {
                case CompilerWorld.Said.At(String file) -> current = file;
                case CompilerWorld.Said.Done(CompilerReply reply) -> {
                    return reply;
                }
                case CompilerWorld.Said.Fault(String what) -> throw new IllegalStateException(what);
                case CompilerWorld.Said.Nothing() -> {
                    return crashed(
                            current,
                            child.process.onExit().join().exitValue() == OUT_OF_MEMORY
                                    ? "The compiler needs more than " + MEGABYTES + " MB of memory for this file."
                                    : "The compiler breaks down over this file.");
                }
            }
        }
    }

    private CompilerReply crashed(String file, String message) {
        mine.ifPresent(child -> child.process.destroyForcibly());
        mine = Optional.empty();
        return CompilerReply.crashed(file, message);
    }

    /** Keeps the process for the next submission. */
    @Override
    public void close() {
        mine.ifPresent(IDLE::add);
        mine = Optional.empty();
    }

    private static final class Child {

        private final Process process;
        private final BufferedWriter orders;
        private final BlockingQueue<CompilerWorld.Said> heard = new LinkedBlockingQueue<>();

        private Child(Process process) {
            this.process = process;
            this.orders = process.outputWriter(StandardCharsets.UTF_8);
            Thread.ofPlatform().daemon().name("kata-compiler-replies").start(this::listen);
        }

        static Child take() {
            Child kept = IDLE.poll();
            return kept != null && kept.process.isAlive() ? kept : start();
        }

        private static Child start() {
            List<String> arguments = new ArrayList<>(List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx" + MEGABYTES + "m",
                    "-Xss4m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+DisableAttachMechanism",
                    "-XX:-UsePerfData",
                    "-Xlog:disable"));
            arguments.addAll(archive());
            arguments.addAll(List.of("-cp", ClassPath.absolute(), CompilerWorld.class.getName()));
            try {
                return new Child(ChildJvm.builder(arguments)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** That of the command line, which compiles when it is made; with the one flag that has to be the same. */
        private static List<String> archive() {
            return WorkerArchive.beside(".aot")
                    .filter(Files::isRegularFile)
                    .map(archive -> List.of("-XX:AOTCache=" + archive, "--enable-native-access=ALL-UNNAMED"))
                    .orElse(List.of());
        }

        private void listen() {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    heard.add(CompilerWorld.Said.of(line));
                }
            } catch (IOException | RuntimeException e) {
                // as good as the end
            }
            heard.add(new CompilerWorld.Said.Nothing());
        }

        private void send(String line) {
            try {
                orders.write(line);
                orders.newLine();
                orders.flush();
            } catch (IOException e) {
                // it has ended, which is heard
            }
        }

        /** Returns what it says next; empty if that does not come within its budget. */
        private Optional<CompilerWorld.Said> next(Budget budget) {
            try {
                CompilerWorld.Said said = null;
                while (said == null && !budget.isSpent()) {
                    said = heard.poll(BEAT_MILLIS, TimeUnit.MILLISECONDS);
                }
                return Optional.ofNullable(said);
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a submission was compiled", e);
            }
        }
    }

    /** How much longer a process may work: processor time, since it may get little of it on a busy machine. */
    private static final class Budget {

        private final ProcessHandle process;
        private final Duration limit;
        private final Duration usedBefore;
        private final long start = System.nanoTime();

        Budget(Process process, Duration limit) {
            this.process = process.toHandle();
            this.limit = limit;
            this.usedBefore = used().orElse(Duration.ZERO);
        }

        private Optional<Duration> used() {
            return process.info().totalCpuDuration();
        }

        boolean isSpent() {
            Duration passed = Duration.ofNanos(System.nanoTime() - start);
            return passed.compareTo(limit.multipliedBy(PATIENCE)) > 0
                    || passed.compareTo(limit) > 0
                            && used().orElse(passed).minus(usedBefore).compareTo(limit) > 0;
        }
    }
}
