// Idea: as many locks as there are, sorted first.
package twostoves.sharing;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import twostoves.contract.BankTransferContract;
import twostoves.kit.Account;

public final class BankTransfer implements BankTransferContract {

    @Override
    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (amount < 1) {
            throw new IllegalArgumentException("amount must be at least 1, not " + amount);
        }
        List<Account> accounts = Stream.of(from, to)
                .distinct()
                .sorted(Comparator.comparingLong(Account::number))
                .toList();
        for (Account account : accounts) {
            account.lock().lock();
        }
        try {
            move(from, to, amount);
        } finally {
            for (Account account : accounts.reversed()) {
                account.lock().unlock();
            }
        }
    }

    private static void move(Account from, Account to, long amount) {
        long balance = from.balance();
        if (balance < amount) {
            throw new IllegalStateException("account " + from.number() + " has less than " + amount);
        }
        from.setBalance(balance - amount);
        to.setBalance(to.balance() + amount);
    }
}
