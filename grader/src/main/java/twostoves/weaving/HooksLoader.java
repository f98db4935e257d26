package twostoves.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twostoves.simulation.Simulation;

/**
 * Loads what woven code calls and makes: each {@link LearnerLoader} has copies of its own, bound to one run at a time. They see
 * what they need of the grader, which the learner's classes beside them do not.
 */
final class HooksLoader extends ClassLoader {

    private static final String HOOKS = Hooks.class.getName();

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

    HooksLoader() {
        super(HooksLoader.class.getClassLoader());
        if (HooksLoader.class.getModule().isNamed()) {
            HooksModule.define(this);
        }
    }

    /** Tells whether a class is one of those of which there are copies. */
    static boolean has(String name) {
        int nested = name.indexOf('$');
        return OWN.contains(nested < 0 ? name : name.substring(0, nested));
    }

    void bind(Simulation simulation, SharingWatch watch) {
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
        if (!has(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : copy(name);
        }
    }

    private Class<?> copy(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
