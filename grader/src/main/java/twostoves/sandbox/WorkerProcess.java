package twostoves.sandbox;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import twostoves.grading.Workbench;

/**
 * The grader's side of a {@link Worker}: starts the process, talks with it, and sees that it ends.
 *
 * <p>Used by one thread. The worker lives on its standard input: when this process ends, however that happens, the pipe
 * closes and the worker stops.
 */
final class WorkerProcess implements AutoCloseable {

    /** What -XX:+ExitOnOutOfMemoryError ends a process with. */
    static final int OUT_OF_MEMORY = 3;

    private static final String BREAKS_DOWN = "The compiler breaks down over this file.";

    private static final int LAST_WORDS = 4096;

    /** Larger than the report on any exercise. */
    private static final int MAX_LINE = 16 * 1024 * 1024;

    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final String key = Seal.newKey();
    private final Process process;
    private final Guard guard;
    private final BufferedWriter orders;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final StringBuffer lastWords = new StringBuffer();
    private boolean ready;

    private WorkerProcess(Process process, Path scratch) {
        this.process = process;
        this.guard = new Guard(process.toHandle(), scratch);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("kata-replies").start(this::listen);
    }

    /** What the process says: a message, or that it will say no more. */
    private sealed interface Heard {
        record Message(String text) implements Heard {}

        /** Somebody else wants to be taken for the worker. */
        record Forged() implements Heard {}

        record End() implements Heard {}
    }

    /**
     * Starts a worker, which prepares itself until {@link #compile}, {@link #take} and {@link #judge} tell it what to do.
     *
     * @param options its processors, seed and confinement
     * @param scratch its working directory
     * @param classes where the submission's classes are, or will be
     * @param arguments further arguments of the worker
     * @throws UncheckedIOException if it cannot be started
     */
    static WorkerProcess start(Options options, Path scratch, Path classes, List<String> arguments) {
        try {
            WorkerProcess worker = new WorkerProcess(
                    WorkerCommand.standard(options, arguments)
                            .builder(options.confinement(), scratch, classes)
                            .start(),
                    scratch);
            worker.send(Wire.write(new Brief(worker.key)));
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        Seal seal = new Seal(key);
        try (InputStream output = process.getInputStream()) {
            Lines lines = new Lines(output, MAX_LINE);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                hear(line.get(), seal);
            }
        } catch (IOException e) {
            // closed by us, or broken: either way there is no more to hear
        }
        heard.add(new Heard.End());
    }

    private void hear(String line, Seal seal) {
        Optional<String> message = seal.open(line);
        if (message.isPresent()) {
            heard.add(new Heard.Message(message.get()));
        } else if (line.startsWith(Seal.PREFIX)) {
            heard.add(new Heard.Forged());
        } else if (!line.isEmpty()) {
            lastWords.append(line, 0, Math.min(line.length(), LAST_WORDS)).append('\n');
            lastWords.delete(0, Math.max(0, lastWords.length() - LAST_WORDS));
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Has sources compiled, before anything is judged.
     *
     * @param order the sources
     * @param limit how much processor time it may take
     * @return what came of it; if the compiler does not come to its end, the worker is of no more use
     * @throws IllegalStateException if the worker fails by itself
     * @throws InterruptedException if the calling thread is interrupted
     */
    Compiling.Done compile(Order.Compile order, Duration limit) throws InterruptedException {
        send(order.line());
        ProcessorBudget budget = new ProcessorBudget(guard::processorTime, limit);
        Optional<String> current = Optional.empty();
        while (true) {
            switch (heard.poll(BEAT_NANOS, TimeUnit.NANOSECONDS)) {
                case null -> {
                    if (budget.isSpent()) {
                        return crashed(
                                current,
                                "The compiler was still busy with this file after " + limit.toSeconds()
                                        + " s of processor time.");
                    }
                    if (guard.excess().isPresent()) {
                        return crashed(current, BREAKS_DOWN);
                    }
                }
                case Heard.End() -> {
                    return crashed(
                            current,
                            process.waitFor() == OUT_OF_MEMORY
                                    ? "The compiler needs more than " + Options.MEMORY + " MB of memory for this file."
                                    : BREAKS_DOWN);
                }
                case Heard.Forged() -> {
                    // too long for a line
                    return crashed(current, BREAKS_DOWN);
                }
                case Heard.Message(String text) -> {
                    switch (Compiling.of(text).orElseThrow(() -> new IllegalStateException(text))) {
                        case Compiling.At(String file) -> current = Optional.of(file);
                        case Compiling.Done done -> {
                            return done;
                        }
                        case Compiling.Fault(String what) -> throw new IllegalStateException(what);
                    }
                }
            }
        }
    }

    /** Only what has come to a file can break down over it. */
    private Compiling.Done crashed(Optional<String> file, String message) {
        return new Compiling.Done(
                CompilerReply.crashed(
                        file.orElseThrow(() -> new IllegalStateException("a worker did not start: " + lastWords())),
                        message),
                List.of());
    }

    /**
     * Tells the worker what it is to judge. No more is compiled from now on.
     *
     * @param bench the classes
     */
    void take(Workbench bench) {
        send(new Order.Take(bench).line());
    }

    /**
     * Has an exercise judged.
     *
     * @param checks the binary name of its class of checks
     * @param limit how long to wait; longer than any check takes
     * @return what came back
     * @throws InterruptedException if the calling thread is interrupted
     */
    Answer judge(String checks, Duration limit) throws InterruptedException {
        send(new Order.Judge(checks).line());
        Wire.expect(Reply.class);
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            long left = deadline - System.nanoTime();
            switch (heard.poll(Math.min(left, BEAT_NANOS), TimeUnit.NANOSECONDS)) {
                case null -> {
                    if (left > BEAT_NANOS) {
                        Optional<String> excess = guard.excess().filter(what -> ready);
                        if (excess.isPresent()) {
                            return new Answer.Excessive(excess.get());
                        }
                        continue;
                    }
                    return ready ? new Answer.Silent() : new Answer.Unfit("a worker did not start in " + limit);
                }
                case Heard.End() -> {
                    return ready ? new Answer.Died(process.waitFor()) : new Answer.Unfit(lastWords());
                }
                case Heard.Forged() -> {
                    return new Answer.Garbled("Something in your code wrote what looks like a verdict of the grader.");
                }
                case Heard.Message(String text) when text.equals(Worker.READY) -> ready = true;
                case Heard.Message(String text)
                when text.startsWith(Worker.FAULT) -> {
                    return new Answer.Unfit(text.substring(Worker.FAULT.length()));
                }
                case Heard.Message(String text) -> {
                    return reply(text);
                }
            }
        }
    }

    private static Answer reply(String text) {
        try {
            return new Answer.Judged(Wire.read(text, Reply.class));
        } catch (JacksonException garbled) {
            return new Answer.Garbled("The verdict on your code arrived garbled.");
        }
    }

    private String lastWords() {
        return lastWords.toString().strip();
    }

    private void send(String message) {
        try {
            orders.write(message);
            orders.newLine();
            orders.flush();
        } catch (IOException e) {
            // it has ended; what it said before tells why
        }
    }

    /** Ends the process and all that it has started, whatever they are doing. */
    @Override
    public void close() {
        guard.end();
    }
}
