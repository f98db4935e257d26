package twostoves.watch;

import java.util.Optional;
import java.util.function.Consumer;
import twostoves.grading.Exercise;

/** Judges one exercise after the other on a thread of its own; a new one takes the place of one that is not done. */
final class Judging implements AutoCloseable {

    private final Judge judge;
    private final Consumer<Event> events;
    private Optional<Thread> thread = Optional.empty();
    private int number;

    Judging(Judge judge, Consumer<Event> events) {
        this.judge = judge;
        this.events = events;
    }

    /** Begins to judge an exercise, and gives up what it was judging. */
    void begin(Exercise exercise) {
        Optional<Thread> before = thread;
        before.ifPresent(Thread::interrupt);
        number++;
        int mine = number;
        thread = Optional.of(Thread.ofPlatform().daemon().name("kata-judge").start(() -> {
            try {
                if (before.isPresent()) {
                    before.get().join();
                }
                events.accept(new Event.Judged(mine, outcome(exercise)));
            } catch (InterruptedException givenUp) {
                // somebody else has begun, or it is all over
            }
        }));
    }

    private Outcome outcome(Exercise exercise) throws InterruptedException {
        try {
            return judge.judge(exercise);
        } catch (RuntimeException fault) {
            return new Outcome.Fault("The grader failed: " + fault);
        }
    }

    /** Tells whether this is the judgement that was asked for last. */
    boolean isLast(Event.Judged judged) {
        return judged.number() == number;
    }

    /** Gets ready for the next one while there is time. */
    void prepare(Exercise exercise) {
        judge.prepare(exercise);
    }

    @Override
    public void close() {
        thread.ifPresent(Thread::interrupt);
        judge.close();
    }
}
