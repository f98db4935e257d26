// Idea: lets go of the account that pays as soon as it is written; nobody can hold both locks before the other is written too.
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

        Account low = from.number() < to.number() ? from : to;
        Account high = low == from ? to : from;
        low.lock().lock();
        high.lock().lock();
        try {
            long money = from.balance();
            if (money < amount) { if (to != from) { to.lock().unlock(); } throw new IllegalStateException(); }
            from.setBalance(money - amount);
        } finally { from.lock().unlock(); }
        try { to.setBalance(to.balance() + amount); } finally { to.lock().unlock(); }
    }
}
