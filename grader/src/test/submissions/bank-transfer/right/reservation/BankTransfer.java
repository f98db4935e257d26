// Idea: reserves both accounts in one step, and takes their locks afterwards.
package twostoves.sharing;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import twostoves.contract.BankTransferContract;
import twostoves.kit.Account;

public final class BankTransfer implements BankTransferContract {
    private final Set<Long> inUse = new HashSet<>();

    @Override
    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) {
            throw new IllegalArgumentException("amount must be at least 1, not " + amount);
        }
        reserve(from, to);
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
            release(from, to);
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

    private synchronized void reserve(Account from, Account to) throws InterruptedException {
        while (inUse.contains(from.number()) || inUse.contains(to.number())) {
            wait();
        }
        inUse.add(from.number());
        inUse.add(to.number());
    }

    private synchronized void release(Account from, Account to) {
        inUse.remove(from.number());
        inUse.remove(to.number());
        notifyAll();
    }
}
