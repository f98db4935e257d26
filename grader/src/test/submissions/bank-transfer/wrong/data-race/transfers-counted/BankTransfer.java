// Mistake: counts the transfers under the locks of two accounts, which are others for the next pair.
package twostoves.sharing;

import java.util.Objects;
import twostoves.contract.BankTransferContract;
import twostoves.kit.Account;

public final class BankTransfer implements BankTransferContract {

    /** How many were made so far. */
    private long made;

    @Override
    public void transfer(Account from, Account to, long amount) {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) {
            throw new IllegalArgumentException("amount must be at least 1, not " + amount);
        }
        Account first = from.number() < to.number() ? from : to;
        Account second = first == from ? to : from;
        first.lock().lock();
        try {
            second.lock().lock();
            try {
                move(from, to, amount);
            } finally {
                second.lock().unlock();
            }
        } finally {
            first.lock().unlock();
        }
    }

    private void move(Account from, Account to, long amount) {
        long balance = from.balance();
        if (balance < amount) {
            throw new IllegalStateException("account " + from.number() + " has less than " + amount);
        }
        from.setBalance(balance - amount);
        to.setBalance(to.balance() + amount);
        made++;
    }
}
