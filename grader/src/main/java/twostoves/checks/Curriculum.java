package twostoves.checks;

import java.util.Comparator;
import java.util.List;
import twostoves.checks.choosing.ChooseApproachChecks;
import twostoves.checks.choosing.CommonMistakeChecks;
import twostoves.checks.choosing.CookDinnerChecks;
import twostoves.checks.choosing.ThumbnailServiceChecks;
import twostoves.checks.concurrency.BackgroundJobsChecks;
import twostoves.checks.concurrency.FastestMirrorChecks;
import twostoves.checks.concurrency.FetchAllChecks;
import twostoves.checks.concurrency.FetchInTimeChecks;
import twostoves.checks.concurrency.FetchOrFailChecks;
import twostoves.checks.concurrency.FetchPolitelyChecks;
import twostoves.checks.concurrency.FetchThousandsChecks;
import twostoves.checks.concurrency.ResponsiveSearchChecks;
import twostoves.checks.concurrency.ScanFilesChecks;
import twostoves.checks.concurrency.ServeManyChecks;
import twostoves.checks.concurrency.TakeTurnsChecks;
import twostoves.checks.parallelism.BlurImageChecks;
import twostoves.checks.parallelism.HeatPlateChecks;
import twostoves.checks.parallelism.MergeSortChecks;
import twostoves.checks.parallelism.MonteCarloPiChecks;
import twostoves.checks.parallelism.ParallelMapChecks;
import twostoves.checks.parallelism.SplitRangeChecks;
import twostoves.checks.parallelism.SumOfSquaresChecks;
import twostoves.checks.parallelism.TrainModelChecks;
import twostoves.checks.parallelism.WordFrequencyChecks;
import twostoves.checks.sharing.BankTransferChecks;
import twostoves.checks.sharing.BoundedBufferChecks;
import twostoves.checks.sharing.LoadOnceChecks;
import twostoves.checks.sharing.TallyChecks;
import twostoves.grading.Exercise;

/** All exercises there are, in the order in which they are meant to be done. */
public final class Curriculum {

    private static final List<Class<?>> CHECKS = List.of(
            FetchAllChecks.class,
            TakeTurnsChecks.class,
            FetchThousandsChecks.class,
            FetchPolitelyChecks.class,
            FetchOrFailChecks.class,
            FetchInTimeChecks.class,
            FastestMirrorChecks.class,
            ScanFilesChecks.class,
            BackgroundJobsChecks.class,
            ResponsiveSearchChecks.class,
            ServeManyChecks.class,
            SplitRangeChecks.class,
            SumOfSquaresChecks.class,
            ParallelMapChecks.class,
            MergeSortChecks.class,
            BlurImageChecks.class,
            WordFrequencyChecks.class,
            MonteCarloPiChecks.class,
            HeatPlateChecks.class,
            TrainModelChecks.class,
            ChooseApproachChecks.class,
            TallyChecks.class,
            BoundedBufferChecks.class,
            BankTransferChecks.class,
            LoadOnceChecks.class,
            CommonMistakeChecks.class,
            CookDinnerChecks.class,
            ThumbnailServiceChecks.class);

    private Curriculum() {}

    /**
     * Lists the classes of checks.
     *
     * @return abstract JUnit classes annotated with {@link twostoves.grading.Grades}
     */
    public static List<Class<?>> checkClasses() {
        return CHECKS;
    }

    /**
     * Lists the exercises.
     *
     * @return the exercises, by number
     */
    public static List<Exercise> exercises() {
        return CHECKS.stream()
                .map(Exercise::of)
                .sorted(Comparator.comparingInt(Exercise::number))
                .toList();
    }
}
