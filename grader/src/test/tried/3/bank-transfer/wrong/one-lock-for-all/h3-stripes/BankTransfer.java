// Mistake: sixteen locks of the bank around those of the accounts.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class BankTransfer implements BankTransferContract {

    private final Lock[] stripes = new Lock[16];
    { Arrays.setAll(stripes, i -> new ReentrantLock()); }
    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) { throw new IllegalArgumentException("amount: " + amount); }

        int a = Math.floorMod(from.number(), 4);
        int b = Math.floorMod(to.number(), 4);
        stripes[Math.min(a, b)].lock();
        try {
            stripes[Math.max(a, b)].lock();
            try {
                Account low = from.number() < to.number() ? from : to;
                Account high = low == from ? to : from;
                low.lock().lock();
                try {
                    high.lock().lock();
                    try { move(from, to, amount); } finally { high.lock().unlock(); }
                } finally { low.lock().unlock(); }
            } finally { stripes[Math.max(a, b)].unlock(); }
        } finally { stripes[Math.min(a, b)].unlock(); }
    }
    private static void move(Account from, Account to, long amount) {
        long money = from.balance();
        if (money < amount) { throw new IllegalStateException(from.number() + " has " + money); }
        from.setBalance(money - amount);
        to.setBalance(to.balance() + amount);
    }

}
