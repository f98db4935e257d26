package twostoves.checks.concurrency;

import java.util.List;
import java.util.random.RandomGenerator;
import twostoves.checks.Endings;
import twostoves.checks.Leftovers;
import twostoves.contract.FetchThousandsContract;
import twostoves.fork.Errand;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;
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
        Run<List<String>> run = fetching.run(Settings.STANDARD, requests, paths);
        List<String> answers = Endings.valueOf(run, subject.exercise(), "");
        Leftovers.demandNothingUnderWay(run, fetching.method());
        if (run.timeline().makespan() != requests.longest().toNanos()) {
            throw TooSlow.explainFew(
                    run.timeline(), THOUSANDS, requests.longest().toNanos());
        }
        if (!answers.equals(requests.answers())) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES, Fetching.difference(paths, requests.answers(), answers));
        }
        PlatformThreads.demandFew(run, THOUSANDS);
    }
}
