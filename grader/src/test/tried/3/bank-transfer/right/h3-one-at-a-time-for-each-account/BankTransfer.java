// Idea: a queue of futures for each account: whoever comes behind another waits for its end.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class BankTransfer implements BankTransferContract {

    private final Map<Long, CompletableFuture<Void>> last = new HashMap<>();
    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) { throw new IllegalArgumentException("amount: " + amount); }

        var mine = new CompletableFuture<Void>();
        CompletableFuture<Void> before;
        synchronized (last) {
            var a = last.put(from.number(), mine);
            var b = from.number() == to.number() ? null : last.put(to.number(), mine);
            before = CompletableFuture.allOf(
                    a == null ? CompletableFuture.completedFuture(null) : a,
                    b == null ? CompletableFuture.completedFuture(null) : b);
        }
        try {
            before.join();
            Account low = from.number() < to.number() ? from : to;
            Account high = low == from ? to : from;
            low.lock().lock();
            try {
                high.lock().lock();
                try { move(from, to, amount); } finally { high.lock().unlock(); }
            } finally { low.lock().unlock(); }
        } finally {
            mine.complete(null);
            synchronized (last) { last.values().remove(mine); last.values().remove(mine); }
        }
    }
    private static void move(Account from, Account to, long amount) {
        long money = from.balance();
        if (money < amount) { throw new IllegalStateException(from.number() + " has " + money); }
        from.setBalance(money - amount);
        to.setBalance(to.balance() + amount);
    }

}
