package twostoves.kit;

import java.util.concurrent.locks.Lock;

/**
 * An account of a bank, kept in a ledger that takes its time: to read the balance or to write it is slow.
 *
 * <p>The balance may be read and written only by a thread that holds the account's {@linkplain #lock() lock}. Everybody keeps
 * to that: the auditors of the bank too, who look at several accounts together and hold all their locks while they do.
 */
public interface Account {

    /**
     * Identifies the account.
     *
     * @return its number, which no other account has and which never changes
     */
    long number();

    /**
     * Gives the lock that guards the balance.
     *
     * @return always the same one for this account, and another for every other account; a thread that holds it may take it
     *     once more
     */
    Lock lock();

    /**
     * Reads the balance; only for a thread that holds the lock.
     *
     * @return an amount of money; never negative
     */
    long balance();

    /**
     * Writes the balance; only for a thread that holds the lock.
     *
     * @param amount what the balance is from now on; not negative
     */
    void setBalance(long amount);
}
