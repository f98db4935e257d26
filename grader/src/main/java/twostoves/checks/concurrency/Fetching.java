package twostoves.checks.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.checks.loopback.LoopbackApi;
import twostoves.checks.loopback.Script;
import twostoves.evidence.Span;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Picture;
import twostoves.grading.Subject;
import twostoves.kit.RemoteApi;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedApi;
import twostoves.simulation.SimulatedApi.Reply;
import twostoves.weaving.SharingWatch;

/**
 * What every exercise demands that fetches a list of paths, all of them at once.
 *
 * @param subject the submission
 * @param method the name of the learner's method, for messages
 * @param call how it is called
 * @param <T> the contract
 */
record Fetching<T>(Subject<T> subject, String method, Call<T> call) {

    /** Calls the learner's method. */
    @FunctionalInterface
    interface Call<T> {
        List<String> fetch(T learners, List<String> paths, RemoteApi api) throws Exception;
    }

    Run<List<String>> run(Settings settings, Requests requests, List<String> paths) {
        return subject.run(settings, use(requests, paths));
    }

    Subject.Observed<List<String>> observe(Settings settings, Requests requests) {
        return subject.observe(settings, use(requests, requests.paths()));
    }

    private Subject.Use<T, List<String>> use(Requests requests, List<String> paths) {
        return (learners, simulation) -> call.fetch(learners, paths, new SimulatedApi(simulation, requests.replies()));
    }

    /** Demands the answers in the order of the paths, each asked for once, and no data race on the way. */
    void demandAnswersInOrder(RandomGenerator random) {
        Requests shuffled = Requests.shuffled(6, random);
        demandAnswers(shuffled, shuffled.paths(), "6 requests answered out of order");

        Requests together = Requests.equal(4, Duration.ofSeconds(1), random);
        demandNoRace(together);
        demandAnswers(together, together.paths(), "4 requests answered at the same time");

        Requests one = Requests.equal(1, Duration.ofSeconds(2), random);
        demandAnswers(one, one.paths(), "1 request");

        List<String> twice = new ArrayList<>(together.paths());
        twice.add(together.paths().getFirst());
        demandAnswers(together, twice, "5 requests, two of them for the same path");
    }

    private void demandAnswers(Requests requests, List<String> paths, String caption) {
        Run<List<String>> run = run(Settings.STANDARD, requests, paths);
        List<String> answers = Endings.valueOf(run, subject.exercise(), caption);
        Leftovers.demandNothingUnderWay(run, method);
        demandEachAskedOnce(run, paths);
        List<String> expected = paths.stream()
                .map(path -> requests.replies().get(path).answer().orElseThrow())
                .toList();
        if (answers.equals(expected)) {
            return;
        }
        if (paths.equals(requests.paths()) && answers.equals(requests.answersByArrival())) {
            throw CheckFailure.proven(
                            Diagnosis.COMPLETION_ORDER,
                            "The answers stand in the order in which they arrived. The first is \"" + answers.getFirst()
                                    + "\", but the first path is " + paths.getFirst() + ".")
                    .showing(Endings.picture(run, caption));
        }
        throw CheckFailure.proven(Diagnosis.WRONG_VALUES, difference(paths, expected, answers));
    }

    private static void demandEachAskedOnce(Run<?> run, List<String> paths) {
        List<String> asked = asked(run);
        for (String path : paths) {
            int due = Collections.frequency(paths, path);
            int actual = Collections.frequency(asked, path);
            if (actual > due) {
                throw CheckFailure.proven(
                        Diagnosis.FETCHED_TWICE,
                        path + " stands " + times(due) + " in the list and was asked for " + times(actual) + ".");
            }
            if (actual < due) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        path + " stands " + times(due) + " in the list and was asked for " + times(actual) + ".");
            }
        }
    }

    private static List<String> asked(Run<?> run) {
        return run.timeline().spans().stream().map(Span::label).toList();
    }

    private static void demandNoneAskedTwice(Run<?> run) {
        List<String> asked = asked(run);
        asked.stream()
                .filter(path -> Collections.frequency(asked, path) > 1)
                .findFirst()
                .ifPresent(path -> {
                    throw CheckFailure.proven(
                            Diagnosis.FETCHED_TWICE,
                            path + " failed, and you asked for it " + times(Collections.frequency(asked, path)) + ".");
                });
    }

    private static String times(int count) {
        return switch (count) {
            case 0 -> "not at all";
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }

    /** Says how answers differ from those expected; to be called only if they do. */
    static String difference(List<String> paths, List<String> expected, List<String> answers) {
        if (answers.size() != expected.size()) {
            return "There were " + expected.size() + " paths, and your list has " + answers.size() + " answers.";
        }
        int at = 0;
        while (expected.get(at).equals(answers.get(at))) {
            at++;
        }
        return "The answer for " + paths.get(at) + " is to be \"" + expected.get(at) + "\", but yours is \""
                + answers.get(at) + "\".";
    }

    private void demandNoRace(Requests requests) {
        Subject.Observed<List<String>> observed =
                subject.observeSharing(Settings.STANDARD, use(requests, requests.paths()));
        Endings.demandEnd(observed.run(), subject.exercise(), "4 requests answered at the same time");
        observed.races().stream()
                .filter(SharingWatch.Race::isDataRace)
                .findFirst()
                .ifPresent(race -> {
                    throw Races.failure(
                            race,
                            race.sharing() == SharingWatch.Sharing.COLLECTION
                                    ? Diagnosis.UNSAFE_COLLECTION
                                    : Diagnosis.DATA_RACE);
                });
    }

    /** Demands that the call takes as long as the longest request, exactly. */
    Picture demandTogether(Requests requests, String caption) {
        Run<List<String>> run = run(Settings.STANDARD, requests, requests.paths());
        Endings.valueOf(run, subject.exercise(), caption);
        return demandTogether(run, requests, caption);
    }

    /** Demands the same of a run that has returned. */
    Picture demandTogether(Run<?> run, Requests requests, String caption) {
        long expected = requests.longest().toNanos();
        Picture picture = new Picture(caption, run.timeline(), Optional.of(expected));
        if (run.timeline().makespan() != expected) {
            throw TooSlow.explain(this, requests, expected).showing(picture);
        }
        return picture;
    }

    /** Demands that nothing outlives a call that returns. */
    void demandNothingLeft(RandomGenerator random) {
        Requests three = Requests.threeOfThreeSeconds(random);
        Run<List<String>> run = run(Settings.STANDARD.findingLeftovers(), three, three.paths());
        Endings.valueOf(run, subject.exercise(), "3 requests of 3 s each");
        Leftovers.demandNone(run, method);
    }

    /** Demands that the failure of a request comes out as it was, whichever request it is. */
    void demandFailureSurfaces(RandomGenerator random) {
        Requests five = Requests.equal(5, Duration.ofSeconds(2), random);
        demandFailure(five, 0, Duration.ofSeconds(1));
        demandFailure(five, 2, Duration.ofSeconds(2));
        demandFailure(five, 4, Duration.ofSeconds(3));
    }

    private void demandFailure(Requests requests, int index, Duration after) {
        String path = requests.paths().get(index);
        IOException original = new IOException("no answer from " + path);
        Requests failing = requests.with(index, Reply.failing(after, original));
        Run<List<String>> run = run(Settings.STANDARD.findingLeftovers(), failing, failing.paths());
        String caption = path + " fails after " + Times.ofNanos(after.toNanos());
        Endings.demandEnd(run, subject.exercise(), caption);
        demandNoneAskedTwice(run);
        Failures.demandOriginal(run, original, "The request for " + path);
        Leftovers.demandNone(run, method);
    }

    /** Demands that an interrupt of the caller is not lost, and that nothing outlives the call then either. */
    void demandInterruptKept(RandomGenerator random) {
        Requests three = Requests.threeOfThreeSeconds(random);
        Settings interrupted =
                Settings.STANDARD.interruptCallerAt(Duration.ofSeconds(1)).findingLeftovers();
        Run<List<String>> run = run(interrupted, three, three.paths());
        Endings.demandEnd(run, subject.exercise(), "3 requests of 3 s each, the caller interrupted after 1 s");
        Failures.demandInterruptKept(run, "after 1 s, while 3 requests were in flight");
        if (run.end() == Run.End.RETURNED
                && !run.value().filter(three.answers()::equals).isPresent()) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "The calling thread was interrupted after 1 s, and your method returned wrong answers: "
                            + run.value().map(Object::toString).orElse("null") + ".");
        }
        Leftovers.demandNone(run, method);
    }

    /** Demands the same answers from a real service, which gives none before all requests are there. */
    void demandForReal(int count, RandomGenerator random) throws InterruptedException {
        Requests requests = Requests.equal(count, Duration.ofSeconds(1), random);
        Script script = Script.answering(requests.answerByPath()).withGate(count);
        try (LoopbackApi api = LoopbackApi.open(script)) {
            Run<List<String>> run = api.run(subject, learners -> call.fetch(learners, requests.paths(), api));
            List<String> answers = Endings.valueOf(run, subject.exercise(), "");
            if (!answers.equals(requests.answers())) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES, difference(requests.paths(), requests.answers(), answers));
            }
        }
    }

    /** Demands that an empty list is taken and null refused. */
    void demandArguments(RandomGenerator random) {
        Requests one = Requests.equal(1, Duration.ofSeconds(1), random);
        new Arguments<T>()
                .mustReturn(List.of(), method + "(List.of(), api)", use(one, List.of()))
                .mustThrow(NullPointerException.class, method + "(null, api)", use(one, null))
                .mustThrow(
                        NullPointerException.class,
                        method + "(paths, null)",
                        (learners, simulation) -> call.fetch(learners, one.paths(), null))
                .mustThrow(
                        NullPointerException.class,
                        method + "(List.of(), null)",
                        (learners, simulation) -> call.fetch(learners, List.of(), null))
                .check(subject);
    }
}
