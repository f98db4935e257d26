package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import twostoves.contract.BankTransferContract;
import twostoves.kit.Account;

/**
 * One lock, and the other only if it can be had within a moment; otherwise gives back the first and begins again.
 *
 * <p>No order is needed, as nobody insists. The moment is another one each time, or two threads could give way to each other for
 * ever. Prefer it where there is no order that everybody knows, for instance because the locks belong to different programs; it
 * gives up and repeats work that an order does once.
 */
public final class BankTransferWithTryLock implements BankTransferContract {

    private static final long LONGEST_MILLIS = 200;

    @Override
    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) {
            throw new IllegalArgumentException("amount must be at least 1, not " + amount);
        }
        while (!tryTransfer(from, to, amount)) {
            Thread.onSpinWait(); // it has waited already, for a lock
        }
    }

    /** Transfers if both locks can be had; says whether they could. */
    private static boolean tryTransfer(Account from, Account to, long amount) throws InterruptedException {
        from.lock().lockInterruptibly();
        try {
            long millis = ThreadLocalRandom.current().nextLong(1, LONGEST_MILLIS);
            if (!to.lock().tryLock(millis, TimeUnit.MILLISECONDS)) {
                return false;
            }
            try {
                move(from, to, amount);
                return true;
            } finally {
                to.lock().unlock();
            }
        } finally {
            from.lock().unlock();
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
