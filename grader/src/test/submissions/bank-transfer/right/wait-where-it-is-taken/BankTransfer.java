// Idea: gives up both locks if the second cannot be had, and next time waits for that one first.
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
        Account first = from;
        Account second = to;
        while (true) {
            first.lock().lock();
            try {
                if (second.lock().tryLock()) {
                    try {
                        move(from, to, amount);
                        return;
                    } finally {
                        second.lock().unlock();
                    }
                }
            } finally {
                first.lock().unlock();
            }
            Account taken = second;
            second = first;
            first = taken;
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
