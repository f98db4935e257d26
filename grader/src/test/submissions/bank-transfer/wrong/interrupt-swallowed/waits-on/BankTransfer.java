// Mistake: catches the interrupt and waits on.
package twostoves.sharing;

import java.util.Objects;
import twostoves.contract.BankTransferContract;
import twostoves.kit.Account;

public final class BankTransfer implements BankTransferContract {

    @Override
    public void transfer(Account from, Account to, long amount) {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) {
            throw new IllegalArgumentException("amount must be at least 1, not " + amount);
        }
        Account first = from.number() < to.number() ? from : to;
        Account second = first == from ? to : from;
        lock(first);
        try {
            lock(second);
            try {
                move(from, to, amount);
            } finally {
                second.lock().unlock();
            }
        } finally {
            first.lock().unlock();
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

    private static void lock(Account account) {
        while (true) {
            try {
                account.lock().lockInterruptibly();
                return;
            } catch (InterruptedException ignored) {
                // the money must be moved
            }
        }
    }
}
