package twostoves.races;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import twostoves.grading.NotMeasuredException;

/** A submission of our own, explored while nobody waits yet: so that what every exploration needs is loaded. */
final class WarmUp {

    private WarmUp() {}

    /** Something that two threads share, as it should be. */
    static final class Shelf {
        private final List<Integer> items = new ArrayList<>();

        synchronized void add(int item) {
            items.add(item);
        }
    }

    /** Two who fill it. */
    static final class Fill implements Scenario<Object> {
        @Override
        public Object create(Class<?> type) {
            return new Shelf();
        }

        @Override
        public List<Party> parties(Object learners, RandomGenerator random) {
            Shelf shelf = (Shelf) learners;
            return List.of(new Party("one", () -> shelf.add(random.nextInt())), new Party("two", () -> shelf.add(1)));
        }

        @Override
        public void verify() {
            // nothing is demanded
        }
    }

    static void explore() {
        Submission<Object> none = new Submission<>(Object.class.getName(), name -> Optional.empty());
        try {
            new Exploration<>(none, Fill.class, 1).run();
        } catch (NotMeasuredException e) {
            // told when it is asked for
        }
    }
}
