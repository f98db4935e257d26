package twostoves.races;

import java.util.List;
import java.util.random.RandomGenerator;
import twostoves.grading.Diagnosis;

/**
 * A few threads that use one object of the learner's at once, and what must hold afterwards whichever came first.
 *
 * <p>Implemented by a public class with a public constructor without parameters: it is made anew for every run, in
 * another process, and knows nothing but what it is given there. Keep it small: two to four parties and a handful of
 * operations each. It may use any kind of synchronisation and collect what it saw in plain fields, one for each party,
 * but every lock or atomic variable between the parties orders them, and so hides races of the learner's.
 *
 * @param <T> the contract of the exercise
 */
public interface Scenario<T> {

    /**
     * Makes the learner's object.
     *
     * @param type the learner's class
     * @return a new instance, by the constructor without parameters unless overridden
     * @throws ReflectiveOperationException if there is no such constructor, or if it throws
     */
    default T create(Class<? extends T> type) throws ReflectiveOperationException {
        return type.getConstructor().newInstance();
    }

    /**
     * Says who does what. Called once in each run, before any of them begins; all that is done here happens before all that
     * the parties do.
     *
     * @param learners the learner's object
     * @param random makes inputs, the same in every run of one exploration
     * @return one to four parties
     * @throws Exception if the learner's code throws while the scene is set
     */
    List<Party> parties(T learners, RandomGenerator random) throws Exception;

    /**
     * Demands what must hold under every legal schedule. Called after all parties have ended without throwing; all that
     * they did happens before it. It may use the learner's object.
     *
     * @throws twostoves.grading.CheckFailure if it does not hold; the order of events in this run is added to its message
     * @throws Exception if the learner's code throws it; the exploration then ends with {@link Finding.Threw}
     */
    void verify() throws Exception;

    /**
     * Names what was found.
     *
     * @param finding what the exploration found, other than a failure of {@link #verify()}
     * @return its diagnosis in this exercise; by default what {@link Finding#diagnosis()} says
     */
    default Diagnosis diagnose(Finding finding) {
        return finding.diagnosis();
    }
}
