// Mistake: looks before it locks, so as not to lock in vain, and again inside.
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

        if (from.balance() < amount) { throw new IllegalStateException(); }
        boolean fromFirst = from.number() < to.number();
        Account first = fromFirst ? from : to;
        Account second = fromFirst ? to : from;
        first.lock().lock();
        try {
            second.lock().lock();
            try { move(from, to, amount); } finally { second.lock().unlock(); }
        } finally { first.lock().unlock(); }
    }
    private static void move(Account from, Account to, long amount) {
        long money = from.balance();
        if (money < amount) { throw new IllegalStateException(from.number() + " has " + money); }
        from.setBalance(money - amount);
        to.setBalance(to.balance() + amount);
    }

}
