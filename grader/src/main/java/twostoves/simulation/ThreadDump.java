package twostoves.simulation;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import twostoves.evidence.Frame;
import twostoves.evidence.Stall;
import twostoves.evidence.ThreadIdentity;

/** Looks at all living threads, virtual ones too, through the only official source there is: the JDK's dump in JSON. */
final class ThreadDump {

    private static final JsonMapper JSON = new JsonMapper();

    /** No thread has this id. */
    private static final long NO_CALLER = -1;

    private ThreadDump() {}

    /** The same where nobody asks who called the learner's method. */
    static List<Stall> of(SubmissionThreads threads) {
        return of(threads, NO_CALLER);
    }

    /**
     * Lists the living threads of a run, without the workers the JDK shares among everybody, unless one of those carries a
     * task of the learner's just now.
     *
     * @param threads knows which threads are the submission's
     * @param callerId the id of the thread that called the learner's method
     */
    static List<Stall> of(SubmissionThreads threads, long callerId) {
        if (!threads.someMayBeAlive()) {
            return List.of();
        }
        Set<Long> platform = threads.alive().stream().map(Thread::threadId).collect(Collectors.toUnmodifiableSet());
        List<Stall> stalls = new ArrayList<>();
        Map<String, Frame> frames = new HashMap<>(); // thousands of threads tend to be in the same few places
        for (JsonNode container : read().path("threadDump").path("threadContainers")) {
            for (JsonNode thread : container.path("threads")) {
                ThreadIdentity identity = identity(thread, callerId);
                boolean own = identity.isVirtual() ? threads.isNew(identity.id()) : platform.contains(identity.id());
                boolean shared = identity.kind() == ThreadIdentity.Kind.COMMON_POOL;
                if (own || shared) { // stacks are long, and most are not looked at
                    Stall stall = stall(thread, identity, frames);
                    if (stall.learnerFrame().isPresent() || own && !isPoller(stall)) {
                        stalls.add(stall);
                    }
                }
            }
        }
        return stalls;
    }

    /** The JDK waits for sockets on behalf of virtual threads in threads of its own, some of which are virtual. */
    private static boolean isPoller(Stall stall) {
        return stall.frames().stream()
                .anyMatch(frame -> frame.className().startsWith("sun.nio.ch.Poller")
                        && frame.method().endsWith("Loop"));
    }

    private static JsonNode read() {
        try {
            Path directory = Files.createTempDirectory("kata-threads");
            Path file = directory.resolve("dump.json");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpThreads(file.toAbsolutePath().toString(), ThreadDumpFormat.JSON);
                return JSON.readTree(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the threads of the run could not be listed", e);
        }
    }

    private static ThreadIdentity identity(JsonNode thread, long callerId) {
        long id = Long.parseLong(thread.path("tid").asString());
        String name = thread.path("name").asString("");
        return new ThreadIdentity(id, name, kind(thread, id, name, callerId));
    }

    private static Stall stall(JsonNode thread, ThreadIdentity identity, Map<String, Frame> parsed) {
        List<Frame> frames = new ArrayList<>();
        thread.path("stack").forEach(frame -> frames.add(parsed.computeIfAbsent(frame.asString(), Frame::parse)));
        List<String> owns = new ArrayList<>();
        for (JsonNode monitor : thread.path("monitorsOwned")) {
            monitor.path("locks").forEach(lock -> {
                if (!lock.isNull()) {
                    owns.add(lock.asString());
                }
            });
        }
        return new Stall(identity, thread.path("state").asString(""), frames, waitsFor(thread), owns);
    }

    private static ThreadIdentity.Kind kind(JsonNode thread, long id, String name, long callerId) {
        if (id == callerId) {
            return ThreadIdentity.Kind.CALLER;
        }
        if (thread.path("virtual").asBoolean(false)) {
            return ThreadIdentity.Kind.VIRTUAL;
        }
        return SubmissionThreads.isSharedName(name) ? ThreadIdentity.Kind.COMMON_POOL : ThreadIdentity.Kind.PLATFORM;
    }

    private static String waitsFor(JsonNode thread) {
        for (String field : List.of("blockedOn", "waitingOn")) {
            if (thread.path(field).isString()) {
                return thread.path(field).asString();
            }
        }
        return thread.path("parkBlocker").path("object").asString("");
    }
}
