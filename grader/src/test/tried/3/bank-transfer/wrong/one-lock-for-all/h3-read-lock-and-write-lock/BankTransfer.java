// Mistake: a write lock of the bank for each transfer.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class BankTransfer implements BankTransferContract {

    private final ReadWriteLock bank = new ReentrantReadWriteLock();
    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) { throw new IllegalArgumentException("amount: " + amount); }

        bank.writeLock().lock();
        try {
            from.lock().lock();
            try {
                to.lock().lock();
                try { move(from, to, amount); } finally { to.lock().unlock(); }
            } finally { from.lock().unlock(); }
        } finally { bank.writeLock().unlock(); }
    }
    private static void move(Account from, Account to, long amount) {
        long money = from.balance();
        if (money < amount) { throw new IllegalStateException(from.number() + " has " + money); }
        from.setBalance(money - amount);
        to.setBalance(to.balance() + amount);
    }

}
