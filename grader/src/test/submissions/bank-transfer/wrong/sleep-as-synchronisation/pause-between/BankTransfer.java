// Mistake: sleeps a little before it tries again.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
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
        while (true) {
            if (from.lock().tryLock()) {
                try {
                    if (to.lock().tryLock()) {
                        try {
                            move(from, to, amount);
                            return;
                        } finally {
                            to.lock().unlock();
                        }
                    }
                } finally {
                    from.lock().unlock();
                }
            }
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, 50));
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
