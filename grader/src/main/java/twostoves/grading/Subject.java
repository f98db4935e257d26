package twostoves.grading;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import twostoves.simulation.RealSession;
import twostoves.simulation.RealTime;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.Simulation;
import twostoves.weaving.LearnerClasses;
import twostoves.weaving.LearnerLoader;
import twostoves.weaving.SharingWatch;

/**
 * The learner's class, ready to be run as often as a check likes.
 *
 * <p>Every run makes an instance of its own. The class is loaded anew after a run that left anything behind, and otherwise
 * used again, statics included: that is how it would be used, and linking it anew takes longer than most runs.
 *
 * @param <T> the contract it implements
 */
public final class Subject<T> {

    private final Exercise exercise;
    private final LearnerClasses classes;

    /** What the constructor is given. */
    private final List<Object> arguments;

    /** The loader of the last run, if that has left nothing behind. */
    private Optional<LearnerLoader> idle = Optional.empty();

    private Subject(Exercise exercise, LearnerClasses classes, List<Object> arguments) {
        this.exercise = exercise;
        this.classes = classes;
        this.arguments = arguments;
    }

    /**
     * Makes a submission ready.
     *
     * @param exercise what it is for
     * @param classes its classes; the class of the exercise is there and implements its contract
     * @param <T> the contract of the exercise
     * @return the submission
     */
    public static <T> Subject<T> of(Exercise exercise, LearnerClasses classes) {
        return new Subject<>(exercise, classes, List.of());
    }

    /**
     * Gives arguments to the learner's constructor, where the contract is {@linkplain twostoves.kit.ConstructedWith
     * constructed with} any.
     *
     * @param values one for each of {@link Exercise#constructorParameters()}
     * @return the same submission, as if nothing of it had run yet
     */
    public Subject<T> with(Object... values) {
        return new Subject<>(exercise, classes, List.of(values));
    }

    /**
     * What a check does with the learner's object.
     *
     * @param <T> the contract
     * @param <V> what comes of it
     */
    @FunctionalInterface
    public interface Use<T, V> {

        /**
         * Calls the learner's code, on the calling thread of the run.
         *
         * @param learners a new instance of the learner's class
         * @param simulation the world of this run
         * @return whatever the check wants to look at
         * @throws Exception whatever the learner's code throws
         */
        V apply(T learners, Simulation simulation) throws Exception;
    }

    /**
     * A run, and what was noticed of the learner's code meanwhile.
     *
     * @param run what was seen
     * @param races data races that were proven; empty unless looked for
     * @param synchronisations how often the code took a lock or updated an atomic variable
     * @param locks how often it took a lock
     * @param handOvers how often it handed tasks to other threads
     * @param handOversAtFirst how often it handed tasks to other threads before any virtual time had passed
     * @param forks how often it did so on a worker of a fork/join pool
     * @param executors how many executors it made
     * @param vainCancels how many futures it cancelled in a way that interrupts no thread
     * @param <V> what the run returned
     */
    public record Observed<V>(
            Run<V> run,
            List<SharingWatch.Race> races,
            long synchronisations,
            long locks,
            long handOvers,
            long handOversAtFirst,
            long forks,
            long executors,
            long vainCancels) {}

    /**
     * Runs the learner's code in a world of its own.
     *
     * @param settings what the run is like
     * @param use what to do with the learner's object
     * @param <V> what comes of it
     * @return what was seen
     */
    public <V> Run<V> run(Settings settings, Use<T, V> use) {
        return observe(settings, use).run();
    }

    /**
     * Runs the learner's code in a world of its own, and tells more about it.
     *
     * @param settings what the run is like
     * @param use what to do with the learner's object
     * @param <V> what comes of it
     * @return what was seen
     */
    public <V> Observed<V> observe(Settings settings, Use<T, V> use) {
        return observe(settings, false, use);
    }

    /**
     * Runs the learner's code and lets threads meet at what they share, so that data races show.
     *
     * @param settings what the run is like
     * @param use what to do with the learner's object
     * @param <V> what comes of it
     * @return what was seen
     */
    public <V> Observed<V> observeSharing(Settings settings, Use<T, V> use) {
        return observe(settings, true, use);
    }

    /**
     * What a check does with the learner's object in real time.
     *
     * @param <T> the contract
     * @param <V> what comes of it
     */
    @FunctionalInterface
    public interface RealUse<T, V> {

        /**
         * Calls the learner's code, on the calling thread of the run.
         *
         * @param learners a new instance of the learner's class
         * @return whatever the check wants to look at
         * @throws Exception whatever the learner's code throws
         */
        V apply(T learners) throws Exception;
    }

    /**
     * Runs the learner's code as it is and in real time, for what cannot be simulated. See {@link RealTime}.
     *
     * @param patience how long to wait before the run counts as hopeless
     * @param findLeftovers whether to wait for the threads that outlive the call, and to tell of those that do not end
     * @param use what to do with the learner's object
     * @param <V> what comes of it
     * @return what was seen; its timeline is empty
     * @throws InterruptedException if the calling thread is interrupted
     * @throws twostoves.simulation.UnquietProcessException if threads of an earlier run keep the process busy
     */
    public <V> Run<V> runForReal(Duration patience, boolean findLeftovers, RealUse<T, V> use)
            throws InterruptedException {
        ClassLoader loader = LearnerLoader.ofOriginals(classes);
        return RealTime.run(patience, findLeftovers, () -> use.apply(instance(loader)));
    }

    /**
     * What a check does with the learner's object in a session.
     *
     * @param <T> the contract
     */
    @FunctionalInterface
    public interface SessionUse<T> {

        /**
         * Makes the calls, and plays the part of the outside world.
         *
         * @param learners a new instance of the learner's class
         * @param session makes calls and waits for what is to come of them
         * @throws Exception what goes wrong in the check itself
         */
        void accept(T learners, RealSession session) throws Exception;
    }

    /**
     * Uses the learner's code as it is and in real time, in more than one call. See {@link RealSession}.
     *
     * @param patience how long to wait for anything before it counts as hopeless
     * @param use what to do with the learner's object, on the calling thread
     * @throws Exception what {@code use} throws
     */
    public void inSession(Duration patience, SessionUse<T> use) throws Exception {
        ClassLoader loader = LearnerLoader.ofOriginals(classes);
        try (RealSession session = new RealSession(patience)) {
            use.accept(instance(loader), session);
        }
    }

    private <V> Observed<V> observe(Settings settings, boolean meeting, Use<T, V> use) {
        Simulation simulation = new Simulation(settings);
        SharingWatch watch = new SharingWatch(simulation, meeting);
        LearnerLoader loader = idle.orElseGet(() -> new LearnerLoader(classes));
        idle = Optional.empty();
        loader.bind(simulation, watch);
        Callable<V> call = () -> use.apply(instance(loader), simulation);
        Run<V> run = simulation.run(call);
        boolean closed = watch.shutDownExecutors();
        if (run.leftNothing() && closed) {
            idle = Optional.of(loader);
        }
        return new Observed<>(
                run,
                watch.races(),
                watch.synchronisations(),
                watch.locks(),
                watch.handOvers(),
                watch.handOversAtFirst(),
                watch.forks(),
                watch.executors(),
                watch.vainCancels());
    }

    @SuppressWarnings("unchecked") // checked against the contract when the exercise was opened
    private T instance(ClassLoader loader) throws Exception {
        try {
            return (T) loader.loadClass(exercise.className())
                    .getConstructor(exercise.constructorParameters())
                    .newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /**
     * Tells whether the last run in virtual time has left nothing behind: no request, no timer, no platform thread.
     *
     * @return whether there was one, and it has left nothing
     */
    public boolean isClean() {
        return idle.isPresent();
    }

    /**
     * Forgets what earlier runs may have left in static variables.
     *
     * @return the same submission, as if nothing of it had run yet
     */
    public Subject<T> afresh() {
        return new Subject<>(exercise, classes, arguments);
    }

    /**
     * Gives access to the class files, for static rules.
     *
     * @return the submission's classes
     */
    public LearnerClasses classes() {
        return classes;
    }

    /**
     * Names the exercise.
     *
     * @return what the subject is a submission for
     */
    public Exercise exercise() {
        return exercise;
    }
}
