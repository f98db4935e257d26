package twostoves.races;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import twostoves.evidence.LearnerPackages;
import twostoves.fork.ChildJvm;

/** How the JVM in which accesses are watched is started. */
final class WatchingJvm {

    private WatchingJvm() {}

    static List<String> arguments() throws IOException {
        String packages = LearnerPackages.NAMES.stream()
                .map(name -> name.replace('.', '/') + "/")
                .collect(Collectors.joining(","));
        List<String> arguments = new ArrayList<>(ChildJvm.SHORT_LIVED);
        arguments.addAll(List.of(
                "-javaagent:" + AgentJar.path() + "=" + packages,
                // a common pool with one worker would never race
                "-XX:ActiveProcessorCount=4",
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + ChildJvm.TEMPORARY));
        arguments.addAll(ChildJvm.LIMITS);
        arguments.add(ChildJvm.NO_NATIVE_ACCESS);
        // the agent's package is on the boot class path here, and a module of the grader would have one of its own
        arguments.addAll(ChildJvm.programOnClassPath(WatchedWorld.class));
        return arguments;
    }
}
