package twostoves.sandbox;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
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

    private static final int LAST_WORDS = 4096;

    private final String mark = "kata-" + UUID.randomUUID() + " ";
    private final Process process;
    private final BufferedWriter orders;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final StringBuffer lastWords = new StringBuffer();
    private boolean ready;

    private WorkerProcess(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("kata-replies").start(this::listen);
    }

    /** What the process says: a message, or that it will say no more. */
    private sealed interface Heard {
        record Message(String text) implements Heard {}

        record End() implements Heard {}
    }

    /**
     * Starts a worker, which prepares itself until {@link #brief} and {@link #judge} tell it what to do.
     *
     * @param options its processors and seed
     * @param directory its working directory
     * @throws UncheckedIOException if it cannot be started
     */
    static WorkerProcess start(Options options, Path directory) {
        try {
            return new WorkerProcess(
                    WorkerCommand.standard(options).builder(directory).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(mark)) {
                    heard.add(new Heard.Message(line.substring(mark.length())));
                } else if (!line.isEmpty()) {
                    lastWords.append(line).append('\n');
                    lastWords.delete(0, Math.max(0, lastWords.length() - LAST_WORDS));
                }
            }
        } catch (IOException e) {
            // closed by us, or broken: either way there is no more to hear
        }
        heard.add(new Heard.End());
    }

    /**
     * Tells the worker what it is to judge.
     *
     * @param bench the classes
     */
    void brief(Workbench bench) {
        send(Wire.write(new Brief(mark, bench)));
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
        send(Wire.write(new Order(checks)));
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            switch (heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                case null -> {
                    return ready ? new Answer.Silent() : new Answer.Unfit("a worker did not start in " + limit);
                }
                case Heard.End() -> {
                    return ready ? new Answer.Died(process.waitFor()) : new Answer.Unfit(lastWords());
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
            return new Answer.Unfit(garbled.getOriginalMessage());
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

    /** Ends the process, whatever it is doing. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
