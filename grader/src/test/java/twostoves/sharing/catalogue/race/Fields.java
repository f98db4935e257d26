package twostoves.sharing.catalogue.race;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import twostoves.races.Program;

/** Fields that several threads use and nothing orders. */
public final class Fields {

    private Fields() {}

    /** A total that is changed by the threads of a pool. */
    public static final class Total implements Program {
        private long total;

        @Override
        public void run() {
            try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
                for (int i = 0; i < 3; i++) {
                    pool.submit(() -> {
                        total += 1;
                    });
                }
            }
        }
    }
}
