// Idea: locks as resources that close themselves.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class BankTransfer implements BankTransferContract {

    private record Held(Lock lock) implements AutoCloseable {
        static Held of(Lock lock) throws InterruptedException { lock.lockInterruptibly(); return new Held(lock); }
        @Override public void close() { lock.unlock(); }
    }
    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) { throw new IllegalArgumentException("amount: " + amount); }

        Account low = from.number() <= to.number() ? from : to;
        Account high = low == from ? to : from;
        try (Held a = Held.of(low.lock()); Held b = Held.of(high.lock())) { move(from, to, amount); }
    }
    private static void move(Account from, Account to, long amount) {
        long money = from.balance();
        if (money < amount) { throw new IllegalStateException(from.number() + " has " + money); }
        from.setBalance(money - amount);
        to.setBalance(to.balance() + amount);
    }

}
