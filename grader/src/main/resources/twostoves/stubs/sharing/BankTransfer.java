package twostoves.sharing;

import twostoves.contract.BankTransferContract;
import twostoves.kit.Account;
import twostoves.kit.Todo;

/**
 * Exercise 23: move money between accounts, so that none is ever missing and nobody waits for ever.
 *
 * <p>What is asked is in {@link BankTransferContract}; the page is {@code docs/exercises/bank-transfer.md}. Grade it with
 * {@code mvn test -Dkata=bank-transfer}.
 */
public final class BankTransfer implements BankTransferContract {

    @Override
    public void transfer(Account from, Account to, long amount) throws InterruptedException {
        throw new Todo();
    }
}
