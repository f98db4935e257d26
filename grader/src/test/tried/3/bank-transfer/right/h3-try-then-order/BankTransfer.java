// Idea: tries for both at once, and if one is taken waits for both in their order.
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

        if (from.lock().tryLock()) {
            try {
                if (to.lock().tryLock()) {
                    try { move(from, to, amount); return; } finally { to.lock().unlock(); }
                }
            } finally { from.lock().unlock(); }
        }
        Account low = from.number() < to.number() ? from : to;
        Account high = from.number() < to.number() ? to : from;
        low.lock().lock();
        try {
            high.lock().lock();
            try { move(from, to, amount); } finally { high.lock().unlock(); }
        } finally { low.lock().unlock(); }
    }
    private static void move(Account from, Account to, long amount) {
        long money = from.balance();
        if (money < amount) { throw new IllegalStateException(from.number() + " has " + money); }
        from.setBalance(money - amount);
        to.setBalance(to.balance() + amount);
    }

}
