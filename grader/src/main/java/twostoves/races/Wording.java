package twostoves.races;

import java.util.stream.Collectors;
import twostoves.grading.Place;

/** What learners read of findings. */
final class Wording {

    private Wording() {}

    private static String line(Place place) {
        return place.file().substring(place.file().lastIndexOf('/') + 1) + ":" + place.line();
    }

    static String race(Finding.Race race) {
        String lines = told(race.first()) + "\n" + told(race.second());
        return race.kind() == Finding.Race.Kind.VARIABLE
                ? "Two threads use " + race.variable()
                        + ", one of them writes, and nothing orders the two: no lock that both hold, no volatile, no join.\n"
                        + lines
                : "Two threads use " + race.variable()
                        + " that is not made for several threads, and nothing orders the two: no lock that both hold, no"
                        + " join.\n"
                        + lines;
    }

    private static String told(Finding.Access access) {
        return "  " + access.thread() + " " + access.what() + " at " + line(access.place()) + ", in " + access.method();
    }

    static String deadlock(Finding.Deadlock deadlock) {
        return "Deadlock: each of " + deadlock.waits().size()
                + " threads holds a lock that the next one wants, so none of them ever goes on.\n"
                + deadlock.waits().stream().map(Wording::told).collect(Collectors.joining("\n"));
    }

    private static String told(Finding.LockWait wait) {
        return "  " + wait.thread() + " holds " + wait.held() + ", taken at " + line(wait.heldAt()) + ", and wants "
                + wait.wanted() + " at " + line(wait.wantedAt());
    }

    static String stuck(Finding.Stuck stuck) {
        return "Every thread waits, none with a time limit, and nobody is left to wake one.\n"
                + stuck.waits().stream().map(Wording::told).collect(Collectors.joining("\n"));
    }

    private static String told(Finding.Wait wait) {
        return "  " + wait.thread() + " waits in " + wait.operation()
                + wait.place().map(place -> " at " + line(place)).orElse("");
    }

    static String threw(Finding.Threw threw) {
        String story = threw.story().isEmpty() ? "" : "\n" + threw.story();
        return "With several threads at once, " + threw.party() + " ended with " + threw.thrown() + "." + story;
    }
}
