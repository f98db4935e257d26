// Mistake: a lock of its own, which nobody else knows.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.BankTransferContract;
import twostoves.kit.Account;

public final class BankTransfer implements BankTransferContract {
    private final Lock lock = new ReentrantLock();

    @Override
    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) {
            throw new IllegalArgumentException("amount must be at least 1, not " + amount);
        }
        lock.lock();
        try {
            move(from, to, amount);
        } finally {
            lock.unlock();
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
