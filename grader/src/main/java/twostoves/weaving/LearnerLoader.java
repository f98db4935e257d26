package twostoves.weaving;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import twostoves.evidence.LearnerPackages;
import twostoves.simulation.Simulation;

/**
 * Loads the learner's classes: woven, with statics of their own, and bound to the simulation of one run at a time.
 *
 * <p>Everything else comes from the grader's loader, but of Two Stoves only what learners are given: code that got past the static
 * rules could not name the gradebook, the checks or the simulation.
 */
public final class LearnerLoader extends ClassLoader {

    /** What learners are given of Two Stoves, and what is written into their code where data races are looked for. */
    private static final Pattern GIVEN = Pattern.compile("twostoves\\.(contract|kit|racewatch)\\..*");

    private static final String GRADER = "twostoves.";

    /** For woven classes only: others refer to none. */
    private final Optional<HooksLoader> hooks;

    private final Function<String, Optional<byte[]>> classes;

    private LearnerLoader(Function<String, Optional<byte[]>> classes, Optional<HooksLoader> hooks) {
        super(LearnerLoader.class.getClassLoader());
        this.classes = classes;
        this.hooks = hooks;
    }

    /**
     * Creates a loader of woven classes, to be bound before they are used.
     *
     * @param classes the submission
     */
    public LearnerLoader(LearnerClasses classes) {
        this(classes::woven, Optional.of(new HooksLoader()));
    }

    /**
     * Creates a loader of the classes as the learner's compiler wrote them, for runs in real time.
     *
     * @param classes the submission
     * @return the loader; not to be bound
     */
    public static ClassLoader ofOriginals(LearnerClasses classes) {
        return new LearnerLoader(classes::original, Optional.empty());
    }

    /**
     * Creates a loader of classes that somebody else has rewritten.
     *
     * @param rewritten finds a class of the submission by its binary name; empty if it has no such class
     * @return the loader; not to be bound
     */
    public static ClassLoader ofRewritten(Function<String, Optional<byte[]>> rewritten) {
        return new LearnerLoader(rewritten, Optional.empty());
    }

    /**
     * Binds the classes to a run. Only for a loader whose last run has left nothing behind.
     *
     * @param simulation the world in which they run
     * @param watch hears of what they write
     */
    public void bind(Simulation simulation, SharingWatch watch) {
        hooks.orElseThrow().bind(simulation, watch);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (hooks.isPresent() && HooksLoader.has(name)) {
            return hooks.get().loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            Optional<byte[]> bytes = classes.apply(name);
            if (bytes.isPresent()) {
                return defineClass(name, bytes.get(), 0, bytes.get().length);
            }
        }
        if (name.startsWith(GRADER) && !GIVEN.matcher(name).matches() && !LearnerPackages.contains(name)) {
            throw new ClassNotFoundException(name + " is the grader's own");
        }
        return super.loadClass(name, resolve);
    }
}
