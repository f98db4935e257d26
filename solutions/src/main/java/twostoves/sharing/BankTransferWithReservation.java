package twostoves.sharing;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import twostoves.contract.BankTransferContract;
import twostoves.kit.Account;

/**
 * Reserves both accounts in one step or none, and takes their locks only when nobody else of this class can want them.
 *
 * <p>The monitor guards nothing but the list of accounts that are in use, and is held for a moment only: {@code wait} lets go of it.
 * Prefer it where a task needs many things at once and an order would be hard to find. Everybody is woken whenever one transfer
 * ends, so it suits few threads rather than thousands.
 */
public final class BankTransferWithReservation implements BankTransferContract {

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
            // others lock accounts too, one at a time or in the order of their numbers
            Account first = from.number() < to.number() ? from : to;
            Account second = first == from ? to : from;
            first.lock().lock();
            second.lock().lock();
            try {
                move(from, to, amount);
            } finally {
                second.lock().unlock();
                first.lock().unlock();
            }
        } finally {
            release(from, to);
        }
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

    private static void move(Account from, Account to, long amount) {
        long balance = from.balance();
        if (balance < amount) {
            throw new IllegalStateException("account " + from.number() + " has less than " + amount);
        }
        from.setBalance(balance - amount);
        to.setBalance(to.balance() + amount);
    }
}
