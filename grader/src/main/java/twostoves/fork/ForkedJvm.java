package twostoves.fork;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import twostoves.grading.CheckFailure;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Subject;

/**
 * Runs parts of checks in another JVM, started on this process's Java and classes.
 *
 * <p>One process of each kind is kept for the next submission unless this one left something behind, because starting it
 * takes longer than most gradings. It lives on its standard input: when this process ends, however that happens, it ends
 * too.
 */
public final class ForkedJvm {

    /** What -XX:+ExitOnOutOfMemoryError ends a process with. */
    private static final int OUT_OF_MEMORY = 3;

    private final String name;
    private final Arguments arguments;
    private final AtomicReference<Child> idle = new AtomicReference<>();

    /** What follows {@code java} on the command line of a kind of process. */
    @FunctionalInterface
    public interface Arguments {

        /**
         * Lists them.
         *
         * @return flags, and a main class that calls {@link ForkedWorld#serve}
         * @throws IOException if something that they name cannot be made
         */
        List<String> list() throws IOException;
    }

    /**
     * Describes a kind of process, of which none is started yet.
     *
     * @param name what learners read of it, with its article: {@code The JVM with one processor}
     * @param arguments what follows {@code java} on its command line
     */
    public ForkedJvm(String name, Arguments arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    /** Thrown where the process ran out of memory. */
    public static final class OutOfMemoryException extends Exception {
        private static final long serialVersionUID = 1;

        OutOfMemoryException() {
            super("the process ran out of memory");
        }
    }

    private static final class Child {
        private final Process process;
        private final BufferedReader replies;
        private final BufferedWriter orders;
        private boolean ready;

        Child(Process process) {
            this.process = process;
            this.replies = process.inputReader(StandardCharsets.UTF_8);
            this.orders = process.outputWriter(StandardCharsets.UTF_8);
        }
    }

    /** Has a process started, if none is idle, so that it can prepare itself before it is needed. */
    public void prepare() {
        Child kept = idle.get();
        if (kept != null && kept.process.isAlive()) {
            return;
        }
        try {
            retire(idle.getAndSet(start()));
        } catch (IOException e) {
            // told when it is needed
        }
    }

    /**
     * Runs a part of a check.
     *
     * @param task what is to be run, as the process knows it
     * @param subject the submission
     * @param seed what inputs are made from
     * @throws CheckFailure if the submission falls short
     * @throws OutOfMemoryException if the process ran out of memory
     * @throws NotMeasuredException if it could not be told, the process cannot be started, or it ends without a verdict
     */
    public void run(String task, Subject<?> subject, long seed) throws OutOfMemoryException {
        Child child = take();
        boolean clean = false;
        try {
            Message.Outcome outcome = ask(child, task, subject, seed);
            clean = outcome.isClean();
            switch (outcome) {
                case Message.Outcome.Passed passed -> {}
                case Message.Outcome.Failed failed -> throw failed.failure();
                case Message.Outcome.NotMeasured(String why, boolean any) -> throw new NotMeasuredException(why);
                case Message.Outcome.Fault(String what) -> throw new IllegalStateException(what);
            }
        } finally {
            retire(clean ? idle.getAndSet(child) : child);
        }
    }

    private Child take() {
        Child kept = idle.getAndSet(null);
        if (kept != null && kept.process.isAlive()) {
            return kept;
        }
        try {
            return start();
        } catch (IOException e) {
            throw new NotMeasuredException(name + " could not be started: " + e.getMessage(), e);
        }
    }

    private static void retire(Child child) {
        if (child != null) {
            child.process.destroyForcibly();
        }
    }

    private Child start() throws IOException {
        return new Child(ChildJvm.builder(arguments.list())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private Message.Outcome ask(Child child, String task, Subject<?> subject, long seed) throws OutOfMemoryException {
        String classes =
                subject.classes().rootOf(subject.exercise().className()).toString();
        // one for each order: whatever an earlier submission may have seen of the channel is of no use to it now
        String mark = "kata-" + UUID.randomUUID() + " ";
        Message.Order order = new Message.Order(mark, task, subject.exercise(), classes, seed);
        try {
            if (!child.ready) {
                child.ready = hear(child, ForkedWorld.READY::equals).isPresent();
            }
            if (child.ready) {
                child.orders.write(order.line());
                child.orders.newLine();
                child.orders.flush();
                Optional<String> reply = hear(child, line -> line.startsWith(mark));
                if (reply.isPresent()) {
                    return Message.Outcome.of(reply.get().substring(mark.length()));
                }
            }
        } catch (IOException e) {
            // the process is gone
        }
        throw ended(child);
    }

    /** Waits for a line; the process itself sees that there is an end to it. */
    private static Optional<String> hear(Child child, Predicate<String> wanted) throws IOException {
        String line = child.replies.readLine();
        while (line != null && !wanted.test(line)) {
            line = child.replies.readLine();
        }
        return Optional.ofNullable(line);
    }

    private RuntimeException ended(Child child) throws OutOfMemoryException {
        int exitCode = child.process.onExit().join().exitValue();
        if (child.ready && exitCode == OUT_OF_MEMORY) {
            throw new OutOfMemoryException();
        }
        return new NotMeasuredException(
                exitCode == ForkedWorld.GAVE_UP
                        ? name + " had no result after a minute and a half of real time."
                        : name + " ended without a result, with exit code " + exitCode + ".");
    }
}
