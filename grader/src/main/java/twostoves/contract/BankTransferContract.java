package twostoves.contract;

import twostoves.kit.Account;

/**
 * Exercise 23, {@code bank-transfer}: money moves from one account to another, and none is ever missing.
 *
 * <p>Each {@link Account} has a lock, and whoever reads or writes its balance holds it. The auditors of the bank may come at any
 * time. They take the locks of some accounts, and what those hold together must then be what it was before.
 */
public interface BankTransferContract {

    /**
     * Moves money from one account to another. May be called by any number of threads at once.
     *
     * <ul>
     *   <li>At every moment at which somebody else can hold the locks of both accounts, all of the transfer has been done, or
     *       nothing of it.
     *   <li>Whatever transfers are made at the same time, and in whatever directions, all of them come to an end.
     *   <li>Transfers that have no account in common do not wait for each other.
     *   <li>A thread that has to wait for a lock waits without using the processor.
     *   <li>A transfer from an account to itself leaves its balance as it was.
     *   <li>When the call ends, however it ends, this thread holds none of the locks that it has taken.
     * </ul>
     *
     * @param from the account that the money is taken from
     * @param to the account that gets it; may be the same
     * @param amount how much; at least 1
     * @throws IllegalStateException if {@code from} has less than {@code amount}; then nothing has changed
     * @throws IllegalArgumentException if {@code amount} is less than 1
     * @throws NullPointerException if {@code from} or {@code to} is null
     * @throws InterruptedException if the calling thread is interrupted while it waits for a lock; then nothing has changed. A
     *     solution that cannot be interrupted there makes the transfer and leaves the thread's interrupt flag set
     */
    void transfer(Account from, Account to, long amount) throws InterruptedException;
}
