package twostoves.fork;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import twostoves.grading.Subject;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedApi;
import twostoves.simulation.Simulation;

/** The main class of the process that {@link SmallJvm} starts: runs one errand after the other. */
final class SmallWorld implements ForkedWorld.Work {

    private SmallWorld() {}

    /**
     * Works until standard input ends.
     *
     * @param args none
     * @throws InterruptedException if the submission interrupts this thread between two errands
     */
    public static void main(String[] args) throws InterruptedException {
        ForkedWorld.serve(new SmallWorld(), new PrintStream(OutputStream.nullOutputStream()));
    }

    @Override
    public void warmUp() {
        SimulatedApi.Reply reply = SimulatedApi.Reply.of(Duration.ofSeconds(1), "");
        Simulation simulation = new Simulation(Settings.STANDARD);
        SimulatedApi api = new SimulatedApi(simulation, Map.of("/", reply));
        simulation.run(() -> api.get("/"));
    }

    @Override
    public void run(String task, Subject<Object> subject, long seed) throws ReflectiveOperationException {
        errand(task).run(subject, new Random(seed));
    }

    @Override
    public boolean isClean(Subject<Object> subject) {
        return subject.isClean();
    }

    @SuppressWarnings("unchecked") // the errand was given together with the subject
    private static Errand<Object> errand(String className) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(className).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Errand<Object>) constructor.newInstance();
    }
}
