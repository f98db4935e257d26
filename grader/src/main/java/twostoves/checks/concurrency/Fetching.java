package twostoves.checks.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.checks.loopback.LoopbackApi;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.Exhibit;
import twostoves.grading.Picture;
import twostoves.grading.Subject;
import twostoves.kit.RemoteApi;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.Simulation;

/**
 * A submission whose method fetches a list of paths, and what is demanded of all such methods.
 *
 * @param subject the submission
 * @param method the name of its method
 * @param call how to call it
 * @param <T> the contract
 */
public record Fetching<T>(Subject<T> subject, String method, Call<T> call) {

    /** Divisible by no pause that one would guess, so that whoever looks only now and then comes too late. */
    private static final Duration ODD = Duration.ofNanos(1_234_567_891);

    /**
     * Calls the method with whatever other arguments it takes.
     *
     * @param <T> the contract
     */
    @FunctionalInterface
    public interface Call<T> {

        /**
         * Makes the call.
         *
         * @param learners a new instance of the learner's class
         * @param paths the paths to ask for
         * @param api the service to ask
         * @return the answers
         * @throws Exception whatever the learner's code throws
         */
        List<String> fetch(T learners, List<String> paths, RemoteApi api) throws Exception;
    }

    Exercise exercise() {
        return subject.exercise();
    }

    // ---- runs ----------------------------------------------------------------------------------------------------

    /** Fetches the paths, in this order, from a service that has these replies. */
    Run<List<String>> run(Settings settings, Requests requests, List<String> paths) {
        return run(settings, paths, requests::service);
    }

    /** Fetches the paths, in this order, from whatever service. */
    Run<List<String>> run(Settings settings, List<String> paths, Function<Simulation, RemoteApi> service) {
        return subject.run(settings, use(paths, service));
    }

    Subject.Observed<List<String>> observe(Settings settings, Requests requests) {
        return observe(settings, requests.paths(), requests::service);
    }

    Subject.Observed<List<String>> observe(
            Settings settings, List<String> paths, Function<Simulation, RemoteApi> service) {
        return subject.observe(settings, use(paths, service));
    }

    private Subject.Use<T, List<String>> use(List<String> paths, Function<Simulation, RemoteApi> service) {
        return (learners, simulation) -> call.fetch(learners, paths, service.apply(simulation));
    }

    // ---- demands -------------------------------------------------------------------------------------------------

    /**
     * Demands the answers in the order of the paths, each path asked for once, and nothing under way afterwards.
     *
     * @param caption what is run, for the picture
     */
    void demandAnswers(Requests requests, List<String> paths, String caption) {
        Run<List<String>> run = run(Settings.STANDARD, requests, paths);
        List<String> answers = Endings.valueOf(run, exercise(), caption);
        Leftovers.demandNothingUnderWay(run, method);
        Askings.demandEachOnce(run, paths);
        List<String> expected = requests.answersTo(paths);
        if (answers.equals(expected)) {
            return;
        }
        if (isByArrival(run, requests, answers)) {
            throw CheckFailure.proven(
                            Diagnosis.COMPLETION_ORDER,
                            "The answers stand in the order in which they arrived. The first is \"" + answers.getFirst()
                                    + "\", but the first path is " + paths.getFirst() + ".")
                    .showing(Endings.picture(run, caption));
        }
        throw CheckFailure.proven(Diagnosis.WRONG_VALUES, difference(paths, expected, answers));
    }

    /** What two calls of one object returned. */
    record TwoCalls(List<String> first, List<String> second) {}

    /**
     * Demands the right answers of a second call on the same object, and that it leaves those of the first as they were.
     *
     * @param before how the first call is made
     * @param earlier what is fetched by the first call
     * @param requests what is fetched by the second
     * @return the run of both
     */
    Run<TwoCalls> demandAnswersAgain(Fetching<T> before, Requests earlier, Requests requests) {
        Run<TwoCalls> run = subject.run(
                Settings.STANDARD,
                (learners, simulation) -> new TwoCalls(
                        before.call.fetch(learners, earlier.paths(), earlier.service(simulation)),
                        call.fetch(learners, requests.paths(), requests.service(simulation))));
        Endings.demandEnd(run, exercise(), "two calls, one after the other");
        run.failure().ifPresent(thrown -> {
            throw CheckFailure.proven(
                            Diagnosis.THROWS_UNEXPECTEDLY,
                            "Called a second time on the same object, your method threw " + Endings.describe(thrown)
                                    + ".")
                    .at(Endings.placeOf(thrown));
        });
        TwoCalls calls = Endings.valueOf(run, exercise(), "two calls, one after the other");
        if (!requests.answers().equals(calls.second())) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "Called a second time on the same object, your method returned " + calls.second() + " instead of "
                            + requests.answers() + ".");
        }
        if (!earlier.answers().equals(calls.first())) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "Your method was called twice on the same object. The list that the first call returned was changed"
                            + " by the second: it is " + calls.first() + " and should still be " + earlier.answers()
                            + ".");
        }
        return run;
    }

    /** Whether these are all the answers, which came at different times, and none stands before one that came earlier. */
    private static boolean isByArrival(Run<?> run, Requests requests, List<String> answers) {
        Map<String, Long> arrivals = run.timeline().spans().stream()
                .collect(Collectors.toMap(
                        span -> requests.answersTo(List.of(span.label())).getFirst(), Span::end, Math::max));
        List<Long> ends = answers.stream().map(arrivals::get).toList();
        return new HashSet<>(ends).size() > 1
                && answers.size() == arrivals.size()
                && new HashSet<>(answers).equals(arrivals.keySet())
                && ends.equals(ends.stream().sorted().toList());
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

    /**
     * Demands that threads which get their answers at the same time share nothing unguarded.
     *
     * @param requests of equal latency
     * @param caption what is run, for the picture
     */
    void demandNoRace(Requests requests, String caption) {
        Subject.Observed<List<String>> observed =
                subject.observeSharing(Settings.STANDARD, use(requests.paths(), requests::service));
        Endings.demandEnd(observed.run(), exercise(), caption);
        Races.demandNone(observed.races());
    }

    /**
     * Demands that all requests are in flight together: the call takes as long as the longest of them.
     *
     * @param caption what is run, for the picture
     * @return the picture of it
     */
    Picture demandTogether(Requests requests, String caption) {
        Run<List<String>> run = run(Settings.STANDARD, requests, requests.paths());
        Endings.valueOf(run, exercise(), caption);
        return demandTogether(run, requests, caption);
    }

    /** Demands the same of a run that has returned. */
    Picture demandTogether(Run<?> run, Requests requests, String caption) {
        long expected = requests.longest().toNanos();
        Picture picture =
                new Picture(caption, run.timeline(), Optional.of(expected)).beside(Plan.together(requests.tasks()));
        // a few that come later may be short enough to cost no time
        if (run.timeline().makespan() != expected
                || run.timeline().maxInFlight() < requests.paths().size()) {
            throw TooSlow.explain(this, requests, expected).showing(picture);
        }
        return picture;
    }

    /**
     * Demands that nothing is left running when all requests have been answered.
     *
     * @param caption what is run, for the picture
     */
    void demandNothingLeft(Requests requests, String caption) {
        Run<List<String>> run = run(Settings.STANDARD.findingLeftovers(), requests, requests.paths());
        Endings.valueOf(run, exercise(), caption);
        Leftovers.demandNone(run, method);
    }

    /**
     * Demands that the one failure among the requests comes out as it was, and that nothing is left running.
     *
     * @param requests of which none fails so far
     * @param index which of them is to fail
     * @param after how long that takes
     * @return the run
     */
    Run<List<String>> demandFailure(Requests requests, int index, Duration after) {
        Requests failing = requests.failing(index, after);
        String path = failing.paths().get(index);
        Run<List<String>> run = run(Settings.STANDARD.findingLeftovers(), failing, failing.paths());
        Endings.demandEnd(run, exercise(), path + " fails after " + Times.ofNanos(after.toNanos()));
        Askings.demandNoneTwice(run);
        Failures.demandOriginal(run, failing.failure(index), "The request for " + path);
        return run;
    }

    /**
     * Demands that an interrupt of the caller is not lost, and not answered with wrong answers.
     *
     * @param after when the caller is interrupted
     * @param service what the paths are fetched from
     * @return what was seen
     */
    Subject.Observed<List<String>> demandInterruptKept(
            Requests requests, Duration after, Function<Simulation, RemoteApi> service) {
        Settings interrupted = Settings.STANDARD.interruptCallerAt(after).findingLeftovers();
        Subject.Observed<List<String>> observed = observe(interrupted, requests.paths(), service);
        Run<List<String>> run = observed.run();
        int count = requests.paths().size();
        String when = "after " + Times.ofNanos(after.toNanos());
        Endings.demandEnd(run, exercise(), count + " requests, the caller interrupted " + when);
        Failures.demandInterruptKept(run, when + ", while requests were in flight");
        if (run.end() == Run.End.RETURNED
                && run.value().filter(requests.answers()::equals).isEmpty()) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "The calling thread was interrupted " + when + ", and your method returned wrong answers: "
                            + run.value().map(Object::toString).orElse("null") + ".");
        }
        return observed;
    }

    /**
     * Demands the right answers from a real service as well.
     *
     * @param count how many requests there are
     * @param together how many of them must be in flight together before any is answered
     * @param random makes the requests up
     * @return how many were in flight together at the most
     * @throws InterruptedException if the calling thread is interrupted
     */
    public int demandForReal(int count, int together, RandomGenerator random) throws InterruptedException {
        Requests requests = Requests.equal(count, Duration.ofSeconds(1), random);
        try (LoopbackApi api = LoopbackApi.open(requests.script().withGate(together))) {
            Run<List<String>> run = api.run(subject, learners -> call.fetch(learners, requests.paths(), api));
            List<String> answers = Endings.valueOf(run, exercise(), count + " requests to a real server");
            if (!answers.equals(requests.answers())) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES, difference(requests.paths(), requests.answers(), answers));
            }
            return api.mostInside();
        }
    }

    // ---- demands of all methods that fetch everything at once -----------------------------------------------------

    /**
     * Demands the answers in the order of the paths, each asked for once, and no data race on the way.
     *
     * @param random makes the requests up
     */
    public void demandAnswersInOrder(RandomGenerator random) {
        Requests shuffled = Requests.shuffled(6, random);
        Requests together = Requests.equal(4, Duration.ofSeconds(1), random);
        String caption = "4 requests answered at the same time";
        demandNoRace(together, caption); // first, because what a race spoils elsewhere is left to chance
        demandAnswers(shuffled, shuffled.paths(), "6 requests answered out of order");
        demandAnswers(together, together.paths(), caption);

        Requests one = Requests.equal(1, Duration.ofSeconds(2), random);
        demandAnswers(one, one.paths(), "1 request");

        List<String> twice = new ArrayList<>(together.paths());
        twice.add(together.paths().getFirst());
        demandAnswers(together, twice, "5 requests, two of them for the same path");
        demandAnswersAgain(this, one, together);
    }

    /**
     * Demands that all requests are in flight together, be they few or many.
     *
     * @param many more than any pool of a size that one would guess
     * @param exhibit shows the picture of the subject
     * @param random makes the requests up
     */
    public void demandTogether(int many, Exhibit exhibit, RandomGenerator random) {
        exhibit.show(demandTogether(Requests.threeOfThreeSeconds(random), "3 requests of 3 s each"));
        demandTogether(Requests.uneven(many, random), many + " requests of 1, 2 and 3 s");
        demandTogether(Requests.equal(2, ODD, random), "2 requests of " + Times.ofNanos(ODD.toNanos()) + " each");
    }

    /**
     * Runs requests that take a second each, and draws them.
     *
     * @param count how many there are
     * @param random makes the requests up
     * @return the picture, if the call has returned
     */
    public Optional<Picture> draw(int count, RandomGenerator random) {
        Requests requests = Requests.equal(count, Duration.ofSeconds(1), random);
        Run<List<String>> run = run(Settings.STANDARD, requests, requests.paths());
        Picture picture = new Picture(
                        count + " requests of 1 s",
                        run.timeline(),
                        Optional.of(requests.longest().toNanos()))
                .beside(Plan.together(requests.tasks()));
        return run.end() == Run.End.RETURNED ? Optional.of(picture) : Optional.empty();
    }

    /**
     * Demands that nothing outlives a call that returns.
     *
     * @param random makes the requests up
     */
    public void demandNothingLeft(RandomGenerator random) {
        demandNothingLeft(Requests.threeOfThreeSeconds(random), "3 requests of 3 s each");
    }

    /**
     * Demands that the failure of a request comes out as it was, whichever request it is.
     *
     * @param random makes the requests up
     */
    public void demandFailureSurfaces(RandomGenerator random) {
        Requests five = Requests.equal(5, Duration.ofSeconds(2), random);
        Leftovers.demandNone(demandFailure(five, 0, Duration.ofSeconds(1)), method);
        Leftovers.demandNone(demandFailure(five, 2, Duration.ofSeconds(2)), method);
        Leftovers.demandNone(demandFailure(five, 4, Duration.ofSeconds(3)), method);
        demandOneOfTwoFailures(five.failing(1, Duration.ofSeconds(1)).failing(3, Duration.ofSeconds(1)), 1, 3);
    }

    /** Demands that two failures at the same instant are no worse than one. */
    private void demandOneOfTwoFailures(Requests failing, int first, int second) {
        String what = "2 of " + failing.paths().size() + " requests";
        Run<List<String>> run = run(Settings.STANDARD.findingLeftovers(), failing, failing.paths());
        Endings.demandEnd(run, exercise(), what + " fail at the same time");
        Askings.demandNoneTwice(run);
        Failures.demandOneOf(run, List.of(failing.failure(first), failing.failure(second)), what);
        Leftovers.demandNone(run, method);
    }

    /**
     * Demands that an interrupt of the caller is not lost, and that nothing outlives the call then either.
     *
     * @param random makes the requests up
     */
    public void demandInterruptKept(RandomGenerator random) {
        Requests three = Requests.threeOfThreeSeconds(random);
        Leftovers.demandNone(
                demandInterruptKept(three, Duration.ofSeconds(1), three::service)
                        .run(),
                method);
    }

    /**
     * Demands that an empty list is taken and null refused.
     *
     * @param random makes the requests up
     */
    public void demandArguments(RandomGenerator random) {
        Requests one = Requests.equal(1, Duration.ofSeconds(1), random);
        new Arguments<T>()
                .mustReturn(List.of(), method + "(List.of(), api)", use(List.of(), one::service))
                .mustThrow(NullPointerException.class, method + "(null, api)", use(null, one::service))
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
