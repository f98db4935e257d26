package twostoves.simulation;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How much real time a run may take before it counts as hopeless: the only place where real time decides anything. */
record Watchdog(Duration patience) {

    private static final Duration GENEROUS = Duration.ofSeconds(60);

    /** Generous, and endless under a debugger, where a person holds the threads. */
    static Watchdog standard() {
        boolean debugged = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-agentlib:jdwp") || argument.startsWith("-Xrunjdwp"));
        return new Watchdog(debugged ? Duration.ofDays(365) : GENEROUS);
    }
}
