// Mistake: tries for the second with a limit, and forgets the first if it cannot be had.
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

        while (true) {
            from.lock().lockInterruptibly();
            if (to.lock().tryLock(ThreadLocalRandom.current().nextInt(1, 50), TimeUnit.MILLISECONDS)) { break; }
        }
        try { move(from, to, amount); } finally { to.lock().unlock(); from.lock().unlock(); }
    }
    private static void move(Account from, Account to, long amount) {
        long money = from.balance();
        if (money < amount) { throw new IllegalStateException(from.number() + " has " + money); }
        from.setBalance(money - amount);
        to.setBalance(to.balance() + amount);
    }

}
