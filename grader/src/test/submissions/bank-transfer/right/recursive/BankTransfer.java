// Idea: turns the accounts round, so that the smaller number comes first.
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
        if (from.number() <= to.number()) {
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
        } else {
            to.lock().lock();
            try {
                from.lock().lock();
                try {
                    move(from, to, amount);
                } finally {
                    from.lock().unlock();
                }
            } finally {
                to.lock().unlock();
            }
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
