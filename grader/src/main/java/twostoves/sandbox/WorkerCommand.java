package twostoves.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import twostoves.fork.ChildJvm;

/**
 * How a worker is started: on the Java and the classes of this process, with none of its environment.
 *
 * @param arguments what follows {@code java} on the command line
 */
record WorkerCommand(List<String> arguments) {

    /** Creates a command; copies what it is given. */
    WorkerCommand {
        arguments = List.copyOf(arguments);
    }

    /**
     * The command for a worker that takes orders.
     *
     * @param options how it grades
     * @param more further arguments of the worker
     */
    static WorkerCommand standard(Options options, List<String> more) {
        List<String> arguments = new ArrayList<>(flags(options));
        WorkerArchive.find(options).ifPresent(archive -> arguments.add("-XX:AOTCache=" + archive.file()));
        arguments.addAll(ChildJvm.program(Worker.class));
        arguments.addAll(more);
        return new WorkerCommand(arguments);
    }

    /**
     * The command for a worker that only warms up and leaves an archive of what it has loaded.
     *
     * @param archive the archive
     * @param options how the workers grade that it is for
     * @param rehearsal what it judges when it is warm
     */
    static WorkerCommand making(Path archive, Options options, Optional<Rehearsal> rehearsal) {
        List<String> arguments = new ArrayList<>(flags(options));
        arguments.add("-XX:AOTCacheOutput=" + archive);
        arguments.addAll(ChildJvm.program(Worker.class));
        arguments.add(Worker.WARM_UP_ONLY);
        rehearsal.ifPresent(it -> arguments.addAll(it.arguments()));
        return new WorkerCommand(arguments);
    }

    private static List<String> flags(Options options) {
        List<String> flags = new ArrayList<>(ChildJvm.SHORT_LIVED);
        flags.addAll(List.of(
                "-XX:ActiveProcessorCount=" + options.processors(),
                "-Xmx" + Options.MEMORY + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dkata.seed=" + options.seed()));
        flags.addAll(ChildJvm.LIMITS);
        if (!options.ownTree()) {
            flags.add(ChildJvm.NO_NATIVE_ACCESS);
        }
        return flags;
    }

    /**
     * Makes the process ready to be started.
     *
     * @param directory its working directory, which is also its directory for temporary files
     */
    ProcessBuilder builder(Path directory) {
        return builder(Confinement.NONE, directory, directory);
    }

    /**
     * Makes the process ready to be started in confinement.
     *
     * @param confinement what keeps it from the rest of the machine
     * @param scratch its working directory, which is also its directory for temporary files
     * @param classes where the submission's classes are
     */
    ProcessBuilder builder(Confinement confinement, Path scratch, Path classes) {
        List<String> command = new ArrayList<>(List.of("-Djava.io.tmpdir=" + scratch));
        command.addAll(arguments);
        ProcessBuilder builder =
                ChildJvm.builder(command).directory(scratch.toFile()).redirectErrorStream(true);
        builder.command().addAll(0, confinement.prefix(scratch, classes));
        return builder;
    }
}
