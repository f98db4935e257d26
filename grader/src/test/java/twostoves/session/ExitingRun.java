package twostoves.session;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import twostoves.contract.FetchAllContract;
import twostoves.grading.Check;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Track;

/** A process in which the code that is graded calls {@code System.exit}. */
final class ExitingRun {

    private ExitingRun() {}

    @Grades(id = "fetch-all", number = 1, track = Track.CONCURRENCY, contract = FetchAllContract.class)
    static class ExitingChecks {
        @BeforeEach
        void exit() {
            System.exit(0);
        }

        @Check(id = "exits", kind = Kind.VALUES, points = 10)
        @Order(1)
        @DisplayName("exits")
        void exits() {}
    }

    public static void main(String[] args) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(DiscoverySelectors.selectClass(ExitingChecks.class))
                            .build());
        }
    }
}
