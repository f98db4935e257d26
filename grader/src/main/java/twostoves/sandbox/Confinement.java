package twostoves.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import twostoves.fork.ChildJvm;

/**
 * Tools of the system that keep a worker from the rest of the machine, beyond what a JVM's flags can do.
 *
 * @param limits whether {@code prlimit} bounds its open files and the size of what it writes
 * @param walls what shows it a file system, and processes, of its own
 */
public record Confinement(boolean limits, Walls walls) {

    /** The plain limits of the JVM only. */
    public static final Confinement NONE = new Confinement(false, Walls.NONE);

    private static final long MEGABYTE = 1024 * 1024;

    /** All that a worker may write, and each of its files. */
    static final long SCRATCH_BYTES = 64 * MEGABYTE;

    private static final int OPEN_FILES = 4096;
    private static final int PATIENCE_SECONDS = 10;

    private static final List<String> PRLIMIT = List.of(
            "prlimit", "--core=0", "--fsize=" + SCRATCH_BYTES, "--nofile=" + OPEN_FILES + ":" + OPEN_FILES, "--");

    /** What a Java of the system needs. */
    private static final List<String> SYSTEM = List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc");

    /**
     * In namespaces of its own: makes every mount read-only, the scratch directory an empty one in memory, gives up the
     * privileges that took, and becomes the worker.
     */
    private static final String SCRIPT = """
            scratch=$1
            shift
            while read -r _ place type _; do
                case $type in proc | sysfs | cgroup* | devpts | mqueue) continue ;; esac
                mount -n -o remount,bind,ro "$place" 2>/dev/null
            done </proc/self/mounts
            mount -n -t tmpfs -o nosuid,nodev,size=%d kata "$scratch" || exit 70
            touch /tmp/kata-probe-$$ 2>/dev/null && { rm -f /tmp/kata-probe-$$; exit 71; }
            cd "$scratch" && exec setpriv --no-new-privs --bounding-set=-all --inh-caps=-all "$@"
            """.formatted(SCRATCH_BYTES);

    /** What stands between a worker and the rest of the machine, the strongest first. */
    public enum Walls {
        /** Bubblewrap: only the files it needs, none of them writable, no network but a loopback of its own. */
        BUBBLEWRAP,
        /** Namespaces by {@code unshare}: all files read-only, processes of its own. */
        NAMESPACES,
        /** None. */
        NONE
    }

    /** Looks once, when first asked. */
    private static final class Found {
        private static final Confinement HERE = find();
    }

    /**
     * Tells what this machine has.
     *
     * @return the strongest confinement that works here; tried out, which takes some milliseconds, once in a process
     */
    public static Confinement here() {
        return Found.HERE;
    }

    private static Confinement find() {
        return Stream.of(Walls.values())
                .flatMap(walls -> find(walls).stream())
                .findFirst()
                .orElseThrow();
    }

    /**
     * Looks for one kind of walls on this machine.
     *
     * @param walls what is wanted
     * @return a confinement that works here; with limits, if that can be
     */
    static Optional<Confinement> find(Walls walls) {
        try (Workshop workshop = Workshop.open()) {
            Path scratch = workshop.room("scratch");
            Path classes = workshop.room("classes");
            // first with the limits: where both work, as on most machines, one command tells
            return Stream.of(true, false)
                    .map(limits -> new Confinement(limits, walls))
                    .filter(confinement -> confinement.equals(NONE) || confinement.works(scratch, classes))
                    .findFirst();
        }
    }

    /** Whether a command can be run in it. */
    private boolean works(Path scratch, Path classes) {
        if (!Files.isDirectory(Path.of("/proc/self/task"))) {
            return false;
        }
        List<String> command = new ArrayList<>(prefix(scratch, classes));
        command.add("true");
        try {
            Process probe = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return probe.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
            } finally {
                probe.destroyForcibly();
            }
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Lists what comes before a command that is to run in it.
     *
     * @param scratch the only directory that the command may write in
     * @param classes a directory that it may read, beside Java and the class path of this process
     */
    List<String> prefix(Path scratch, Path classes) {
        List<String> prefix = new ArrayList<>();
        if (limits) {
            prefix.addAll(PRLIMIT);
        }
        switch (walls) {
            case BUBBLEWRAP -> prefix.addAll(bubblewrap(scratch, classes));
            case NAMESPACES -> prefix.addAll(namespaces(scratch));
            case NONE -> {}
        }
        return prefix;
    }

    private static List<String> bubblewrap(Path scratch, Path classes) {
        List<String> command = new ArrayList<>(List.of(
                "bwrap", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--unshare-pid", "--unshare-ipc"));
        command.addAll(
                List.of("--unshare-uts", "--unshare-net", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
        SYSTEM.forEach(place -> command.addAll(List.of("--ro-bind-try", place, place)));
        command.addAll(readOnly(System.getProperty("java.home")));
        for (String entry : ChildJvm.classes().split(File.pathSeparator)) {
            command.addAll(readOnly(entry));
        }
        WorkerArchive.find(Options.standard())
                .ifPresent(archive -> command.addAll(readOnly(archive.file().toString())));
        command.addAll(readOnly(classes.toString()));
        command.addAll(List.of("--size", Long.toString(SCRATCH_BYTES), "--tmpfs", scratch.toString()));
        command.addAll(List.of("--chdir", scratch.toString(), "--"));
        return command;
    }

    private static List<String> readOnly(String place) {
        return List.of("--ro-bind", place, place);
    }

    private static List<String> namespaces(Path scratch) {
        return List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--pid",
                "--fork",
                "--kill-child",
                "--mount-proc",
                "--ipc",
                "--uts",
                "--",
                "sh",
                "-c",
                SCRIPT,
                "sh",
                scratch.toString());
    }

    /**
     * Describes it for teachers.
     *
     * @return one line
     */
    public String description() {
        String means = switch (walls) {
            case BUBBLEWRAP -> "bubblewrap (sees Java and its own classes only, writes 64 MB of scratch, no network)";
            case NAMESPACES -> "namespaces (all files read-only but 64 MB of scratch; the network is open)";
            case NONE -> "the limits of Java only (files and network are open; install bubblewrap)";
        };
        return "Isolated by " + means + (limits ? ", prlimit" : "") + ".";
    }
}
