package twostoves.contract;

/** What the learners of these tests are asked for. */
public interface GreetContract {

    /** Says {@code hello}. */
    String greet();
}
