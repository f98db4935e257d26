package twostoves.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twostoves.evidence.LearnerPackages;
import twostoves.simulation.Simulation;

/**
 * Loads the learner's classes: woven, with statics of their own, and bound to the simulation of one run at a time.
 * Everything else comes from the grader's loader, but for what only the grader has to do with: a submission has no way to name
 * the gradebook or the checks.
 */
public final class LearnerLoader extends ClassLoader {

    private static final String HOOKS = Hooks.class.getName();

    /** What woven code calls and makes; each loader has copies of its own, bound to one run at a time. */
    private static final Set<String> OWN = Stream.of(
                    Hooks.class,
                    Clocks.class,
                    Waits.class,
                    Timers.class,
                    Schedule.class,
                    Scheduled.class,
                    VirtualDelayQueue.class,
                    VirtualForkJoinTask.class,
                    VirtualScheduledPool.class,
                    VirtualTimer.class,
                    VirtualTimerTask.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** The packages of Two Stoves that the learner's code, or what is woven into it, refers to; all of the JDK and its like. */
    private static final Pattern OPEN =
            Pattern.compile("(?!twostoves\\.).*|twostoves\\.(contract|kit|evidence|simulation|weaving|races|racewatch)\\..*");

    private final Function<String, Optional<byte[]>> classes;

    private LearnerLoader(Function<String, Optional<byte[]>> classes) {
        super(LearnerLoader.class.getClassLoader());
        this.classes = classes;
    }

    /**
     * Creates a loader of woven classes, to be bound before they are used.
     *
     * @param classes the submission
     */
    public LearnerLoader(LearnerClasses classes) {
        this(classes::woven);
    }

    /**
     * Creates a loader of the classes as the learner's compiler wrote them, for runs in real time.
     *
     * @param classes the submission
     * @return the loader; not to be bound
     */
    public static ClassLoader ofOriginals(LearnerClasses classes) {
        return new LearnerLoader(classes::original);
    }

    /**
     * Creates a loader of classes that somebody else has rewritten.
     *
     * @param rewritten finds a class of the submission by its binary name; empty if it has no such class
     * @return the loader; not to be bound
     */
    public static ClassLoader ofRewritten(Function<String, Optional<byte[]>> rewritten) {
        return new LearnerLoader(rewritten);
    }

    /**
     * Binds the classes to a run. Only for a loader whose last run has left nothing behind.
     *
     * @param simulation the world in which they run
     * @param watch hears of what they write
     */
    public void bind(Simulation simulation, SharingWatch watch) {
        try {
            loadClass(HOOKS)
                    .getMethod("bind", Simulation.class, SharingWatch.class)
                    .invoke(null, simulation, watch);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the hooks cannot be bound", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && OWN.contains(outermost(name))) {
                loaded = define(name, ownCopy(name));
            }
            if (loaded == null) {
                Optional<byte[]> bytes = classes.apply(name);
                if (bytes.isPresent()) {
                    loaded = define(name, bytes.get());
                }
            }
            if (loaded == null && !OPEN.matcher(name).matches() && !LearnerPackages.contains(name)) {
                throw new ClassNotFoundException(name + " is the grader's own");
            }
            return loaded != null ? loaded : super.loadClass(name, resolve);
        }
    }

    private static String outermost(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private Class<?> define(String name, byte[] bytes) {
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] ownCopy(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
