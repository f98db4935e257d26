// Idea: an action that runs inside a lock, in a lock.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class BankTransfer implements BankTransferContract {

    private interface Action { void run() throws InterruptedException; }
    private static Action inside(Account account, Action action) {
        return () -> {
            account.lock().lock();
            try { action.run(); } finally { account.lock().unlock(); }
        };
    }
    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) { throw new IllegalArgumentException("amount: " + amount); }

        Action action = () -> move(from, to, amount);
        java.util.stream.Stream.of(from, to).distinct().sorted(Comparator.comparingLong(Account::number))
                .reduce(action, (a, account) -> inside(account, a), (a, b) -> b).run();
    }
    private static void move(Account from, Account to, long amount) {
        long money = from.balance();
        if (money < amount) { throw new IllegalStateException(from.number() + " has " + money); }
        from.setBalance(money - amount);
        to.setBalance(to.balance() + amount);
    }

}
