package twostoves.races;

import java.util.List;
import java.util.Optional;
import twostoves.grading.Diagnosis;
import twostoves.grading.Place;

/** What an exploration found, by itself: no demand of the scenario's is needed to see it. */
public sealed interface Finding {

    /**
     * Names it as most exercises do.
     *
     * @return the diagnosis, unless an exercise has a name of its own for it
     */
    Diagnosis diagnosis();

    /**
     * Tells what happened.
     *
     * @return one or two sentences, and a line for each thread
     */
    String message();

    /**
     * Points to the learner's code.
     *
     * @return a line, if one is to blame
     */
    Optional<Place> place();

    /**
     * Two threads use the same variable, at least one of them writes, and nothing orders the two.
     *
     * @param variable what they share, such as {@code the field Tally.total} or {@code an ArrayList}
     * @param kind whether it is a variable or an object that is not thread-safe
     * @param first what the first of them did
     * @param second what the second of them did
     */
    record Race(String variable, Kind kind, Access first, Access second) implements Finding {

        /** What is shared. */
        public enum Kind {
            /** A field, a static, or an element of an array. */
            VARIABLE,
            /** A collection of the JDK, or another object, that is not made for several threads. */
            OBJECT
        }

        @Override
        public Diagnosis diagnosis() {
            return kind == Kind.OBJECT ? Diagnosis.UNSAFE_COLLECTION : Diagnosis.DATA_RACE;
        }

        @Override
        public String message() {
            return Wording.race(this);
        }

        @Override
        public Optional<Place> place() {
            return Optional.of(first.place());
        }
    }

    /**
     * What a thread did to a shared variable.
     *
     * @param thread the thread's name
     * @param what what it did, such as {@code reads} or {@code calls ArrayList.add}
     * @param writes whether that changes the variable
     * @param method the learner's method, such as {@code Tally.add}
     * @param place the line
     */
    record Access(String thread, String what, boolean writes, String method, Place place) {}

    /**
     * Threads that each hold a lock and want one that another of them holds.
     *
     * @param waits who waits for whom, in a circle
     */
    record Deadlock(List<LockWait> waits) implements Finding {

        /** Copies what it is given. */
        public Deadlock {
            waits = List.copyOf(waits);
        }

        @Override
        public Diagnosis diagnosis() {
            return Diagnosis.LOCK_ORDER_DEADLOCK;
        }

        @Override
        public String message() {
            return Wording.deadlock(this);
        }

        @Override
        public Optional<Place> place() {
            return waits.stream().map(LockWait::wantedAt).findFirst();
        }
    }

    /**
     * A thread that holds a lock and wants another.
     *
     * @param thread the thread's name
     * @param held the lock it holds, such as {@code Account 1}
     * @param heldAt where it took that
     * @param wanted the lock it wants
     * @param wantedAt where it wants it
     */
    record LockWait(String thread, String held, Place heldAt, String wanted, Place wantedAt) {}

    /**
     * Everybody waits, without a limit of time, for something that only one of them could do.
     *
     * @param waits who waits where
     */
    record Stuck(List<Wait> waits) implements Finding {

        /** Copies what it is given. */
        public Stuck {
            waits = List.copyOf(waits);
        }

        @Override
        public Diagnosis diagnosis() {
            return Diagnosis.DEADLOCK;
        }

        @Override
        public String message() {
            return Wording.stuck(this);
        }

        @Override
        public Optional<Place> place() {
            return waits.stream().flatMap(wait -> wait.place().stream()).findFirst();
        }
    }

    /**
     * A thread that waits.
     *
     * @param thread the thread's name
     * @param operation what it waits in, such as {@code Object.wait}
     * @param place the learner's line, if it came through one
     */
    record Wait(String thread, String operation, Optional<Place> place) {}

    /**
     * A party ended with an exception.
     *
     * @param party the name of the party; {@code the caller} if it was thrown before or after them
     * @param thrown what was thrown
     * @param place the learner's line, if it came through one
     * @param story what happened before, in order; empty if nothing was seen
     */
    record Threw(String party, String thrown, Optional<Place> place, String story) implements Finding {

        @Override
        public Diagnosis diagnosis() {
            return Diagnosis.THROWS_UNEXPECTEDLY;
        }

        @Override
        public String message() {
            return Wording.threw(this);
        }
    }
}
