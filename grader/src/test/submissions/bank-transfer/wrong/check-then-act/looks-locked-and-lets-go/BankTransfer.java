// Mistake: looks at the balance under the lock, lets go, and takes the locks again to write.
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
        long balance;
        try {
            balance = from.balance();
        } finally {
            from.lock().unlock();
        }
        if (balance < amount) {
            throw new IllegalStateException("account " + from.number() + " has less than " + amount);
        }
        Account first = from.number() < to.number() ? from : to;
        Account second = first == from ? to : from;
        first.lock().lock();
        try {
            second.lock().lock();
            try {
                from.setBalance(from.balance() - amount);
                to.setBalance(to.balance() + amount);
            } finally {
                second.lock().unlock();
            }
        } finally {
            first.lock().unlock();
        }
    }
}
