package twostoves.contract;

import java.util.Map;

/**
 * Exercise 21, {@code tally}: how often each dish was served, counted by everybody who serves.
 *
 * <p>The stub is code that works as long as one thread uses it. A tally may be used by any number of threads at once. It
 * starts no thread itself, and two tallies have nothing to do with each other.
 */
public interface TallyContract {

    /**
     * Adds to the count of a dish. No addition is lost, whoever else adds at the same time and to whichever dish.
     *
     * @param dish the name of the dish; names are equal if {@code equals} says so
     * @param n how many were served; at least 1. No count becomes greater than {@code Long.MAX_VALUE}
     * @throws NullPointerException if {@code dish} is null
     * @throws IllegalArgumentException if {@code n} is less than 1
     */
    void add(String dish, long n);

    /**
     * Tells the count of a dish: all that was added to it before this call, and of what is added during the call any part.
     *
     * @param dish the name of the dish
     * @return the sum; 0 if nothing was ever added
     * @throws NullPointerException if {@code dish} is null
     */
    long count(String dish);

    /**
     * Makes a copy of all counts. Threads may add meanwhile: for each dish the copy holds what {@link #count} could have
     * returned at some moment of the call, and that may be another moment for each dish.
     *
     * @return the count of every dish to which anything was added, in any order. It never changes afterwards, whatever is
     *     added; and if it can be changed, then that changes nothing in the tally
     */
    Map<String, Long> snapshot();
}
