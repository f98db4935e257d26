// Mistake: one static lock around everything.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.BankTransferContract;
import twostoves.kit.Account;

public final class BankTransfer implements BankTransferContract {
    private static final Lock ALL = new ReentrantLock();

    @Override
    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) {
            throw new IllegalArgumentException("amount must be at least 1, not " + amount);
        }
        ALL.lock();
        try {
            from.lock().lock();
            try {
                to.lock().lock();
                try {
                    move(from, to, amount);
                } finally {
                    to.lock().unlock();
                }
            } finally {
                from.lock().unlock();
            }
        } finally {
            ALL.unlock();
        }
    }

    private static void move(Account from, Account to, long amount) {
        long balance = from.balance();
        if (balance < amount) {
            throw new IllegalStateException("account " + from.number() + " has less than " + amount);
        }
        from.setBalance(balance - amount);
        to.setBalance(to.balance() + amount);
    }
}
