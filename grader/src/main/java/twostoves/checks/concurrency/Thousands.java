package twostoves.checks.concurrency;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import twostoves.checks.Endings;
import twostoves.checks.Leftovers;
import twostoves.contract.FetchThousandsContract;
import twostoves.fork.Errand;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;
import twostoves.kit.RemoteApi;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/**
 * What is run in the small JVM for {@code fetch-thousands}. A class by itself, so that the small JVM need not load the rules
 * on bytecode that the checks are made of.
 */
final class Thousands implements Errand<FetchThousandsContract> {

    private static final int THOUSANDS = 10_000;

    static Fetching<FetchThousandsContract> fetching(Subject<FetchThousandsContract> subject) {
        return new Fetching<>(subject, "fetchAll", FetchThousandsContract::fetchAll);
    }

    @Override
    public void run(Subject<FetchThousandsContract> subject, RandomGenerator random) {
        Requests requests = Requests.uneven(THOUSANDS, random);
        List<String> paths = requests.paths();
        Fetching<FetchThousandsContract> fetching = fetching(subject);
        Set<Long> before = PlatformThreads.alive();
        AtomicReference<Set<Long>> seen = new AtomicReference<>(Set.of());
        Run<List<String>> run =
                fetching.run(Settings.STANDARD, paths, simulation -> lookingAround(requests.service(simulation), seen));
        List<String> answers = Endings.valueOf(run, subject.exercise(), "");
        Leftovers.demandNothingUnderWay(run, fetching.method());
        if (run.timeline().makespan() != requests.longest().toNanos()) {
            throw TooSlow.explainFew(
                    run.timeline(), THOUSANDS, requests.longest().toNanos());
        }
        if (!answers.equals(requests.answers())) {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, Fetching.difference(paths, requests.answers(), answers));
        }
        if (run.timeline().maxInFlight() < THOUSANDS) { // a few that come later may be short enough to cost no time
            throw TooSlow.explainFew(
                    run.timeline(), THOUSANDS, requests.longest().toNanos());
        }
        Set<Long> others = new HashSet<>(seen.get());
        others.removeAll(before);
        PlatformThreads.demandFew(run, others, THOUSANDS);
    }

    /** When the first answer comes, everybody has begun to wait for something: then it is asked who there is. */
    private static RemoteApi lookingAround(RemoteApi api, AtomicReference<Set<Long>> seen) {
        AtomicBoolean answered = new AtomicBoolean();
        return path -> {
            String answer = api.get(path);
            if (!answered.getAndSet(true)) {
                seen.set(PlatformThreads.alive());
            }
            return answer;
        };
    }
}
