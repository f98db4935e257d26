package twostoves.races;

import java.io.OutputStream;
import java.io.PrintStream;
import twostoves.fork.ForkedWorld;
import twostoves.grading.Subject;

/** The main class of the JVM in which accesses are watched: explores one scenario after the other. */
final class WatchedWorld implements ForkedWorld.Work {

    private boolean clean = true;

    private WatchedWorld() {}

    /**
     * Works until standard input ends.
     *
     * @param args none
     * @throws InterruptedException if the submission interrupts this thread between two explorations
     */
    public static void main(String[] args) throws InterruptedException {
        Thread.currentThread().setName("kata-main");
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
        ForkedWorld.serve(new WatchedWorld(), new Silence());
    }

    /** Prints nothing, and unlike an ordinary stream has no lock of its own that would order those who print. */
    private static final class Silence extends PrintStream {
        Silence() {
            super(OutputStream.nullOutputStream());
        }
    }

    @Override
    public void warmUp() {
        WarmUp.explore();
    }

    @Override
    @SuppressWarnings("unchecked") // the scenario was given together with the subject
    public void run(String task, Subject<Object> subject, long seed) throws ReflectiveOperationException {
        Class<? extends Scenario<Object>> scenario = (Class<? extends Scenario<Object>>) Class.forName(task);
        Exploration<Object> exploration = new Exploration<>(Submission.of(subject), scenario, seed);
        clean = false;
        try {
            exploration.run();
        } finally {
            clean = exploration.isClean();
        }
    }

    @Override
    public boolean isClean(Subject<Object> subject) {
        return clean;
    }
}
