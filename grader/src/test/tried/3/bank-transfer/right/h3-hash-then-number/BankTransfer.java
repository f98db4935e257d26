// Idea: in the order of the hash codes, and of the numbers where those are the same.
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

        boolean fromFirst = Comparator.comparingInt((Account a) -> Long.hashCode(a.number())).thenComparingLong(Account::number).compare(from, to) <= 0;
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
