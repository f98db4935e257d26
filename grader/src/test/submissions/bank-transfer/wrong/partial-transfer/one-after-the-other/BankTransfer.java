// Mistake: takes under one lock, lets go, and gives under the other.
package twostoves.sharing;

import java.util.Objects;
import twostoves.contract.BankTransferContract;
import twostoves.kit.Account;

public final class BankTransfer implements BankTransferContract {

    @Override
    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) {
            throw new IllegalArgumentException("amount must be at least 1, not " + amount);
        }
        from.lock().lock();
        try {
            long balance = from.balance();
            if (balance < amount) {
                throw new IllegalStateException("account " + from.number() + " has less than " + amount);
            }
            from.setBalance(balance - amount);
        } finally {
            from.lock().unlock();
        }
        to.lock().lock();
        try {
            to.setBalance(to.balance() + amount);
        } finally {
            to.lock().unlock();
        }
    }
}
