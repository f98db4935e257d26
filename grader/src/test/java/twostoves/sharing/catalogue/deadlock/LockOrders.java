package twostoves.sharing.catalogue.deadlock;

import static twostoves.sharing.catalogue.Steps.*;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import twostoves.contract.Program;

/** Locks that are taken in different orders. */
public final class LockOrders {

    private LockOrders() {}

    /** Each takes the fork on its left first. */
    public static final class Dining implements Program {
        @Override
        public void run() throws Exception {
            Object[] forks = {new Object(), new Object(), new Object()};
            together(3, number -> {
                synchronized (forks[number]) {
                    synchronized (forks[(number + 1) % 3]) {
                        demand(true);
                    }
                }
            });
        }
    }

    /** Two monitors in two orders. */
    public static final class TwoMonitors implements Program {
        @Override
        public void run() throws Exception {
            Object first = new Object();
            Object second = new Object();
            together(2, number -> {
                synchronized (number == 0 ? first : second) {
                    synchronized (number == 0 ? second : first) {
                        demand(true);
                    }
                }
            });
        }
    }

    /** Two locks in two orders. */
    public static final class TwoLocks implements Program {
        @Override
        public void run() throws Exception {
            Lock first = new ReentrantLock();
            Lock second = new ReentrantLock();
            together(2, number -> {
                Lock mine = number == 0 ? first : second;
                Lock other = number == 0 ? second : first;
                mine.lock();
                try {
                    other.lock();
                    other.unlock();
                } finally {
                    mine.unlock();
                }
            });
        }
    }

    /** Two monitors in two orders, by virtual threads. */
    public static final class VirtualThreads implements Program {
        @Override
        public void run() throws Exception {
            Object first = new Object();
            Object second = new Object();
            virtually(2, number -> {
                synchronized (number == 0 ? first : second) {
                    synchronized (number == 0 ? second : first) {
                        demand(true);
                    }
                }
            });
        }
    }

    /** Money goes both ways at once. */
    public static final class Accounts implements Program {
        private static final class Account {
            private long balance;

            Account(long balance) {
                this.balance = balance;
            }

            synchronized void transfer(Account to, long amount) {
                balance -= amount;
                to.deposit(amount);
            }

            private synchronized void deposit(long amount) {
                balance += amount;
            }
        }

        @Override
        public void run() throws Exception {
            Account first = new Account(100);
            Account second = new Account(100);
            together(2, number -> {
                Account from = number == 0 ? first : second;
                Account to = number == 0 ? second : first;
                for (int i = 0; i < 2; i++) {
                    from.transfer(to, 10);
                }
            });
        }
    }
}
