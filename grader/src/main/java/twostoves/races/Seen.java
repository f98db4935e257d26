package twostoves.races;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import twostoves.evidence.Frame;
import twostoves.grading.Place;
import twostoves.racewatch.Conflict;
import twostoves.racewatch.Site;
import twostoves.racewatch.Waiting;

/** Turns what was recorded into findings in the learner's terms. */
final class Seen {

    private static final String LAMBDA = "lambda$";

    private Seen() {}

    static Finding.Race race(Conflict conflict) {
        return new Finding.Race(
                variable(conflict),
                conflict.kind() == Conflict.Kind.OBJECT ? Finding.Race.Kind.OBJECT : Finding.Race.Kind.VARIABLE,
                access(conflict, conflict.firstThread(), conflict.first(), conflict.firstWrites()),
                access(conflict, conflict.secondThread(), conflict.second(), conflict.secondWrites()));
    }

    private static String variable(Conflict conflict) {
        return switch (conflict.kind()) {
            case FIELD -> conflict.first().what();
            case ELEMENT ->
                "element " + conflict.index() + " of an array of "
                        + conflict.owner().getClass().getComponentType().getSimpleName();
            case OBJECT -> article(conflict.owner().getClass().getSimpleName());
        };
    }

    private static String article(String name) {
        return ("AEIOU".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    private static Finding.Access access(Conflict conflict, String thread, Site site, boolean writes) {
        String what = switch (conflict.kind()) {
            case FIELD, ELEMENT -> writes ? "writes it" : "reads it";
            case OBJECT -> site.what().startsWith("new ") ? "reads it for " + site.what() : "calls " + site.what();
        };
        return new Finding.Access(thread, what, writes, method(site), place(site));
    }

    static Place place(Site site) {
        return Place.of(new Frame(site.className(), site.method(), site.file(), site.line()));
    }

    /** The learner's method, lambdas by the method they stand in. */
    static String method(Site site) {
        String type = site.className().substring(site.className().lastIndexOf('.') + 1);
        String method = site.method();
        if (method.startsWith(LAMBDA)) {
            String[] parts = method.split("\\$");
            method = parts.length > 2 ? parts[1] : method;
        }
        return type.replace('$', '.') + "." + method.replace("<init>", "new").replace("<clinit>", "static");
    }

    static Finding.Deadlock deadlock(List<Waiting> circle) {
        return new Finding.Deadlock(circle.stream()
                .map(waiting -> new Finding.LockWait(
                        waiting.name(),
                        name(waiting.held(), circle),
                        place(waiting.heldAt()),
                        name(waiting.wanted(), circle),
                        place(waiting.wantedAt())))
                .toList());
    }

    /** The class of a lock, and a number to tell it from others of its class in the circle. */
    private static String name(Object lock, List<Waiting> circle) {
        int number = 0;
        for (int i = 0; i < circle.size(); i++) {
            if (circle.get(i).held() == lock) {
                number = i + 1;
            }
        }
        String type = lock instanceof Class<?> monitor
                ? monitor.getSimpleName() + ".class"
                : lock.getClass().getSimpleName();
        return (type.isEmpty() ? "object" : type) + " " + number;
    }

    static Finding.Stuck stuck(List<Thread> threads) {
        return new Finding.Stuck(threads.stream()
                .filter(Thread::isAlive)
                .map(Seen::wait)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Finding.Wait> wait(Thread thread) {
        List<Frame> stack = Arrays.stream(thread.getStackTrace()).map(Frame::of).toList();
        Optional<Frame> learners = stack.stream().filter(Frame::isLearners).findFirst();
        return learners.map(frame -> new Finding.Wait(
                thread.getName().isEmpty() ? "virtual thread " + thread.threadId() : thread.getName(),
                operation(stack, frame, thread.getState()),
                Optional.of(Place.of(frame))));
    }

    private static String operation(List<Frame> stack, Frame learners, Thread.State state) {
        if (state == Thread.State.BLOCKED) {
            return "synchronized";
        }
        return stack.subList(0, stack.indexOf(learners)).reversed().stream()
                .filter(frame -> !frame.className().startsWith("twostoves.racewatch."))
                .findFirst()
                .map(frame -> frame.operation().replace("Object.wait0", "Object.wait"))
                .orElse("synchronized");
    }
}
