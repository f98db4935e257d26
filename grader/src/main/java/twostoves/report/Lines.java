package twostoves.report;

import java.util.Optional;
import java.util.OptionalInt;
import twostoves.grading.Place;

/** Line numbers, which a place need not have. */
final class Lines {

    private Lines() {}

    static OptionalInt of(Optional<Place> place) {
        return place.stream().mapToInt(Place::line).filter(line -> line > 0).findFirst();
    }
}
