package twostoves.weaving;

import java.lang.constant.ClassDesc;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Classes of the JDK of which woven code makes instances of a subclass instead, or extends that. */
final class Substitutes {

    private static final Map<ClassDesc, ClassDesc> CLASSES = Stream.of(
                    VirtualScheduledPool.class, VirtualTimer.class, VirtualTimerTask.class, VirtualDelayQueue.class)
            .collect(Collectors.toUnmodifiableMap(ours -> descriptor(ours.getSuperclass()), Substitutes::descriptor));

    private Substitutes() {}

    private static ClassDesc descriptor(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /**
     * Finds the subclass that goes by the virtual clock, such as that of {@link ScheduledThreadPoolExecutor} or {@link
     * DelayQueue}. It has the constructors of its superclass.
     *
     * @param type a class that the learner's code names
     * @return the class that takes its place, if any does
     */
    static Optional<ClassDesc> of(ClassDesc type) {
        return Optional.ofNullable(CLASSES.get(type));
    }
}
