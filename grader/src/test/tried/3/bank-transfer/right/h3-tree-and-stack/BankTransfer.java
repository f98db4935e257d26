// Idea: a sorted map of locks, and a stack of those that are held.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class BankTransfer implements BankTransferContract {

    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) { throw new IllegalArgumentException("amount: " + amount); }

        NavigableMap<Long, Lock> locks = new TreeMap<>(Map.of(from.number(), from.lock()));
        locks.put(to.number(), to.lock());
        Deque<Lock> held = new ArrayDeque<>();
        try {
            for (Lock lock : locks.descendingMap().values()) { lock.lockInterruptibly(); held.push(lock); }
            move(from, to, amount);
        } finally { held.forEach(Lock::unlock); }
    }
    private static void move(Account from, Account to, long amount) {
        long money = from.balance();
        if (money < amount) { throw new IllegalStateException(from.number() + " has " + money); }
        from.setBalance(money - amount);
        to.setBalance(to.balance() + amount);
    }

}
