package twostoves.sandbox;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A worker that does nothing but compile, kept for one submission after the other: a compiler that is warm is several times as
 * fast. No code of a submission ever runs in it.
 */
final class CompilerProcess implements Compiler, AutoCloseable {

    /** For the whole process: submissions of a class are compiled side by side. */
    private static final ConcurrentLinkedQueue<Kept> IDLE = new ConcurrentLinkedQueue<>();

    private final Options options;
    private Optional<Kept> mine = Optional.empty();

    private CompilerProcess(Options options) {
        this.options = options;
    }

    /**
     * Creates a compiler, to be used by one thread.
     *
     * @param options how much it may take for a submission, and what confines it
     */
    static CompilerProcess open(Options options) {
        return new CompilerProcess(options);
    }

    /** Ends with the workshop, and that with this process. */
    private record Kept(Workshop workshop, WorkerProcess worker) {

        static Kept take(Options options) {
            Kept idle = IDLE.poll();
            return idle != null && idle.worker.isAlive() ? idle : start(options);
        }

        private static Kept start(Options options) {
            Workshop workshop = Workshop.open();
            workshop.roomForClasses();
            return new Kept(workshop, workshop.startWorker(options, Worker.COMPILE_ONLY));
        }
    }

    @Override
    public CompilerReply compile(CompilerOrder order) {
        Kept kept = mine.orElseGet(() -> Kept.take(options));
        mine = Optional.of(kept);
        boolean fit = false;
        try {
            CompilerReply reply = RemoteCompiler.compile(order, kept.worker, options.compilerLimit());
            fit = !reply.crashed();
            return reply;
        } finally {
            if (!fit) {
                kept.workshop.close();
                mine = Optional.empty();
            }
        }
    }

    /** Keeps the process for the next submission. */
    @Override
    public void close() {
        mine.ifPresent(IDLE::add);
        mine = Optional.empty();
    }
}
