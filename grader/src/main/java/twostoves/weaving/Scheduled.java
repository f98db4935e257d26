package twostoves.weaving;

import java.util.concurrent.Delayed;

/** A task that goes by a schedule of virtual time. */
interface Scheduled extends Delayed {

    Schedule schedule();

    @Override
    default int compareTo(Delayed other) {
        return other instanceof Scheduled scheduled ? schedule().compareTo(scheduled.schedule()) : 0;
    }
}
