// Mistake: gives first, and takes afterwards.
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
            if (from.balance() < amount) {
                throw new IllegalStateException("account " + from.number() + " has less than " + amount);
            }
        } finally {
            from.lock().unlock();
        }
        to.lock().lock();
        try {
            to.setBalance(to.balance() + amount);
        } finally {
            to.lock().unlock();
        }
        from.lock().lock();
        try {
            from.setBalance(from.balance() - amount);
        } finally {
            from.lock().unlock();
        }
    }
}
