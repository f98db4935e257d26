package twostoves.benchmark;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What JUnit alone takes for as many tests as {@code fetch-all} has checks; the yardstick of {@code grader/benchmark}. */
final class PlainJUnit {

    private PlainJUnit() {}

    /** Runs them. */
    public static void main(String[] args) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(Eight.class))
                                .build(),
                        summary);
        System.exit(summary.getSummary().getTestsSucceededCount() == 8 ? 0 : 1);
    }

    /** Eight tests with nothing in them but an addition. */
    static final class Eight {

        private int sum;

        @Test
        void one() {
            sum += 1;
        }

        @Test
        void two() {
            sum += 2;
        }

        @Test
        void three() {
            sum += 3;
        }

        @Test
        void four() {
            sum += 4;
        }

        @Test
        void five() {
            sum += 5;
        }

        @Test
        void six() {
            sum += 6;
        }

        @Test
        void seven() {
            sum += 7;
        }

        @Test
        void eight() {
            sum += 8;
        }
    }
}
