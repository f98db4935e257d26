package twostoves.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the Linux kernel, in two passes over the tasks of this process.
 *
 * <p>In the first pass every task that can run Java code must be in a system call that waits for an event; in the second
 * nobody may have begun to wake it; and between the passes none may have been on a processor. A task that has not run in
 * between is in the same wait at the second reading, and unwoken, so each slept unwoken from its first reading to its
 * second, and all those intervals contain the instant between the passes. Less is not enough: see
 * {@code docs/architecture.md} for what was measured with less.
 */
final class KernelWitness implements Witness {

    private static final Path TASKS = Path.of("/proc/self/task");

    /** Beyond this many tasks files are opened for each reading, lest the process run out of descriptors. */
    private static final int MAX_TASKS_KEPT_OPEN = 200;

    /** The open files of the tasks that were alive when a run ended, for the next. */
    private static final AtomicReference<Map<Integer, TaskFiles>> KEPT = new AtomicReference<>(Map.of());

    private static final int COMM_LENGTH = 15;

    /**
     * Threads of the VM that were there before the run and hold nothing that a thread of a submission waits for. By what the
     * kernel shows of their names; the first is the launcher, which waits for the end. Not among them are those that take the
     * locks of reference queues and cleaners, as everybody does who opens a file.
     */
    private static final Set<String> SERVICES =
            Set.of("java", "Signal Dispatch", "Service Thread", "Monitor Deflati", "Notification Th");

    /** The launcher's name, which threads of the VM and of Java inherit. */
    private static final String NOT_YET_NAMED = "java";

    private static final String PROBE = "kata-probe";

    private final SubmissionThreads threads;
    private final Path directory;
    private final int conductor = currentTask();
    private final Set<String> namesBefore;
    private final Set<Integer> strangers = new HashSet<>();
    private final Map<Integer, KernelTask> tasks = new HashMap<>();
    private List<KernelTask> watched = List.of();

    /** Those above, and the strangers; watched while a thread of the submission waits for one of them. */
    private List<KernelTask> watchedWithStrangers = List.of();

    private boolean strangersCount;
    private List<KernelTask> spinning = List.of();

    /** The one found awake last: asked first, since it mostly still is. */
    private Optional<KernelTask> lastAwake = Optional.empty();

    private boolean disregarding;
    private int looksAllYielded;
    private long listedAt = -1;
    private boolean listConfirmed;

    KernelWitness(SubmissionThreads threads) {
        this(threads, TASKS);
    }

    /** The same, where the list of tasks is read from another directory. */
    KernelWitness(SubmissionThreads threads, Path directory) {
        this.threads = threads;
        this.directory = directory;
        namesBefore = new HashSet<>(SERVICES);
        threads.namesBefore().forEach(name -> namesBefore.add(comm(name)));
        Map<Integer, TaskFiles> kept = new HashMap<>(KEPT.getAndSet(Map.of()));
        list(kept, true);
        kept.values().forEach(TaskFiles::close);
    }

    private static final class Availability {
        static final boolean KERNEL = probe();

        /** Asks of a thread that is known to be parked, and will not believe in files that do not say so. */
        private static boolean probe() {
            if (!Files.isReadable(Path.of("/proc/thread-self/schedstat"))) {
                return false;
            }
            Thread parked = Thread.ofPlatform().daemon().name(PROBE).start(LockSupport::park);
            try {
                for (int attempt = 0; attempt < 1000; attempt++) {
                    for (int id : taskIds(TASKS)) {
                        try (TaskFiles files = new TaskFiles(id)) {
                            if (files.name().equals(PROBE) && showsWait(new KernelTask(files, PROBE, false))) {
                                return true;
                            }
                        }
                    }
                    LockSupport.parkNanos(1_000_000);
                }
                return false;
            } catch (RuntimeException e) {
                return false;
            } finally {
                LockSupport.unpark(parked);
            }
        }

        private static boolean showsWait(KernelTask task) {
            boolean waits = task.isSeenWaiting() && task.waitsForEvent() && task.isUnwoken() && !task.isGone();
            return waits && !task.hasRunSinceSeenWaiting() && task.processorNanos() > 0;
        }
    }

    /** Tells whether this kernel shows, and this C library uses, what the witness relies on. */
    static boolean isAvailable() {
        return Availability.KERNEL;
    }

    private static int currentTask() {
        try {
            Path link = Files.readSymbolicLink(Path.of("/proc/thread-self"));
            return Integer.parseInt(link.getFileName().toString());
        } catch (IOException e) {
            throw new IllegalStateException("/proc/thread-self cannot be read", e);
        }
    }

    /** Lists the tasks; none if they cannot be listed just now. */
    private static List<Integer> taskIds(Path directory) {
        String[] names = directory.toFile().list();
        List<Integer> ids = new ArrayList<>();
        if (names != null) {
            for (String name : names) {
                ids.add(Integer.parseInt(name));
            }
        }
        return ids;
    }

    private static String comm(String threadName) {
        byte[] bytes = threadName.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, 0, Math.min(bytes.length, COMM_LENGTH), StandardCharsets.UTF_8).strip();
    }

    /**
     * Threads of the VM that run no Java code and that no parked Java thread waits for; the rest of the VM is watched, also
     * the workers that collect garbage while everybody stands still.
     */
    private boolean isIgnored(int id, String name) {
        return id == conductor
                || strangers.contains(id)
                || name.startsWith("VM Periodic")
                || name.startsWith("G1 ")
                || name.startsWith("JFR ")
                || isCompiler(name);
    }

    /** Not the conductor, and not the launcher. */
    private boolean isStranger(KernelTask task) {
        return strangers.contains(task.id()) && task.id() != conductor && !task.name.equals(NOT_YET_NAMED);
    }

    private static boolean isCompiler(String name) {
        return name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler");
    }

    /** Collects garbage, for as long as it takes: it is awake then, but it does not spin. */
    private static boolean isCollector(String name) {
        return name.equals("VM Thread") || name.startsWith("GC Thread");
    }

    /**
     * Reads the list of tasks again; true if it is the same as before, and a list. While it is read, the kernel may pass over a
     * task that lives, if another ends just then. The next list differs: the ended task is missing from it, or the other is back.
     */
    private boolean list() {
        return list(new HashMap<>(), false);
    }

    /**
     * The same, at first with strangers: the tasks that bear the names of threads that were here before. A task that has just
     * been started bears the launcher's name until it is given its own, and only then can tell what it is.
     *
     * @param kept files that are open already; those of tasks that are still there are taken out
     */
    private boolean list(Map<Integer, TaskFiles> kept, boolean atFirst) {
        long started = SubmissionThreads.startedSoFar();
        Set<Integer> present = new HashSet<>(taskIds(directory));
        boolean same = present.contains(conductor); // a list without the one who reads it is none
        Set<Integer> named = new HashSet<>();
        for (KernelTask task : List.copyOf(tasks.values())) {
            // what has ended must go at once, lest a new task with its number hide behind it
            boolean stranger = strangers.contains(task.id());
            boolean ended = task.isGone() || !present.contains(task.id()) || stranger && task.files.areOfEnded();
            boolean mayBeRenamed = task.name.equals(NOT_YET_NAMED) || task.ignored && !stranger;
            boolean renamed = !ended && mayBeRenamed && !task.name.equals(task.files.name());
            if (ended || renamed) {
                task.files.close();
                tasks.remove(task.id());
                if (strangers.remove(task.id()) && renamed) {
                    named.add(task.id());
                }
                same = false;
            }
        }
        for (int id : present) {
            if (!tasks.containsKey(id)) {
                TaskFiles files = Optional.ofNullable(kept.remove(id)).orElseGet(() -> new TaskFiles(id));
                String name = files.name();
                if (name.isEmpty()) { // kept of a task that has ended, whose number this one bears
                    files.close();
                    files = new TaskFiles(id);
                    name = files.name();
                }
                if ((atFirst || named.contains(id)) && namesBefore.contains(name)) {
                    strangers.add(id);
                }
                tasks.put(id, new KernelTask(files, name, isIgnored(id, name)));
                same = false;
            }
        }
        if (!same) {
            watched = tasks.values().stream().filter(task -> !task.ignored).toList();
            watchedWithStrangers = tasks.values().stream()
                    .filter(task -> !task.ignored || isStranger(task))
                    .toList();
            boolean few = watched.size() <= MAX_TASKS_KEPT_OPEN;
            watched.forEach(task -> task.files.keepOpen = few);
        }
        listedAt = started;
        return same;
    }

    private void listIfThreadsStarted() {
        if (SubmissionThreads.startedSoFar() != listedAt) {
            list();
            listConfirmed = false;
        }
    }

    @Override
    public boolean needsAcknowledgement() {
        return false;
    }

    @Override
    public Duration deadlockGrace() {
        return Duration.ZERO;
    }

    @Override
    public boolean allAsleep() {
        // a field of each thread: cheap, and refuses most attempts
        if (!disregarding && !threads.noneRunnable()) {
            return false;
        }
        if (lastAwake.filter(task -> !task.disregarded && !task.waitsForEvent()).isPresent()) {
            return false;
        }
        lastAwake = Optional.empty();
        listIfThreadsStarted();
        long started = listedAt;
        // asked again, since a stranger may stay awake for ever and be nobody's concern any more
        strangersCount = strangersCount && threads.someWaitForStranger();
        List<KernelTask> counting = strangersCount ? watchedWithStrangers : watched;
        for (KernelTask task : counting) {
            if (!task.disregarded && !task.isSeenWaiting()) {
                return awake(task);
            }
        }
        if (!disregarding && !threads.noneRunnable()) {
            return false;
        }
        // asked between the passes: if all sleep through both, whoever holds a lock now has held it all the time
        if (!strangersCount && threads.someWaitForStranger()) {
            strangersCount = true;
            return false;
        }
        boolean someEnded = false;
        for (KernelTask task : counting) {
            if (!task.disregarded && (!task.isUnwoken() || task.hasRunSinceSeenWaiting())) {
                return awake(task);
            }
            someEnded |= task.isGone();
        }
        if (someEnded) {
            list();
            listConfirmed = false;
            return false;
        }
        if (!listConfirmed) {
            listConfirmed = list();
            if (!listConfirmed) {
                return false;
            }
        }
        return SubmissionThreads.startedSoFar() == started && listedAt == started;
    }

    /** A stranger is not asked first the next time: it may not count any more. */
    private boolean awake(KernelTask task) {
        lastAwake = Optional.of(task).filter(one -> !one.ignored);
        return false;
    }

    @Override
    public void beginInstant() {
        for (KernelTask task : watched) {
            task.nanosAtInstant = -1;
            task.disregarded = false;
        }
        spinning = List.of();
        disregarding = false;
        looksAllYielded = 0;
    }

    @Override
    public List<String> spinning(Duration limit) {
        listIfThreadsStarted();
        if (watched.stream().anyMatch(task -> task.name.equals(NOT_YET_NAMED))) {
            list();
            listConfirmed = false;
        }
        List<KernelTask> awake = new ArrayList<>();
        boolean allBurning = true;
        boolean allRan = true;
        for (KernelTask task : watched) {
            if (task.disregarded) {
                continue;
            }
            long nanos = task.processorNanos();
            if (nanos < 0) {
                continue;
            }
            if (task.nanosAtInstant < 0) {
                task.nanosAtInstant = nanos;
            }
            if (!task.waitsForEvent()) {
                awake.add(task);
                allBurning &= !isCollector(task.name) && nanos - task.nanosAtInstant > limit.toNanos();
                allRan &= nanos > task.nanosAtLook;
                task.nanosAtLook = nanos;
            }
        }
        looksAllYielded = !awake.isEmpty() && allRan && threads.allYield(awake.size()) ? looksAllYielded + 1 : 0;
        boolean allYielding = looksAllYielded > limit.dividedBy(BETWEEN_LOOKS_AT_SPINNING);
        if (awake.isEmpty() || !allBurning && !allYielding) {
            return List.of();
        }
        spinning = awake;
        return awake.stream().map(task -> task.name).toList();
    }

    @Override
    public void disregardSpinning() {
        spinning.forEach(task -> task.disregarded = true);
        disregarding = !spinning.isEmpty();
    }

    @Override
    public void close() {
        Map<Integer, TaskFiles> open = new HashMap<>();
        for (KernelTask task : tasks.values()) {
            if (task.isGone() || tasks.size() > MAX_TASKS_KEPT_OPEN) {
                task.files.close();
            } else {
                open.put(task.id(), task.files);
            }
        }
        KEPT.getAndSet(open).values().forEach(TaskFiles::close);
    }
}
