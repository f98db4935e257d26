package twostoves.races;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A scenario with one caller, where the threads are the learner's own. Its values are judged elsewhere, and so are its ends:
 * here nothing but races is looked for, in a few runs.
 *
 * <p>What it hands to the learner's method must order no threads, as the real thing does not: no lock, no atomic variable,
 * nothing that is written to. It must not wait either, as it runs in real time.
 *
 * @param <T> the contract of the exercise
 */
public abstract class Call<T> implements Scenario<T> {

    /** Made anew for every run. */
    protected Call() {}

    /**
     * Calls the learner's method.
     *
     * @param learners the learner's object
     * @param random makes inputs, the same in every run
     * @throws Exception if the method throws it; that is no finding
     */
    protected abstract void call(T learners, RandomGenerator random) throws Exception;

    @Override
    public final List<Party> parties(T learners, RandomGenerator random) {
        return List.of(new Party("the calling thread", () -> call(learners, random)));
    }

    /** Demands nothing: that the result is right was shown before. */
    @Override
    public final void verify() {
        // nothing
    }
}
