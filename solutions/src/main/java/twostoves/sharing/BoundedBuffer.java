package twostoves.sharing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.BoundedBufferContract;

/**
 * One lock, and a condition for each reason to wait.
 *
 * <p>Whoever puts an item wakes one of those who wait for an item, and whoever takes one wakes one of those who wait for room.
 * Each kind has a waiting room of its own, so a signal never reaches a thread that can do nothing with it. And as somebody else
 * may have come first, or {@code await} may have ended for no reason, everybody who wakes up looks again.
 *
 * @param <T> the type of the items
 */
public final class BoundedBuffer<T> implements BoundedBufferContract<T> {

    private final Lock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();
    private final Deque<T> items = new ArrayDeque<>();
    private final int capacity;

    /**
     * Creates an empty buffer.
     *
     * @param capacity how many items there is room for; at least 1
     */
    public BoundedBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException("item");
        }
        lock.lock();
        try {
            while (items.size() == capacity) {
                notFull.await();
            }
            items.addLast(item);
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T take() throws InterruptedException {
        lock.lock();
        try {
            while (items.isEmpty()) {
                notEmpty.await();
            }
            T item = items.removeFirst();
            notFull.signal();
            return item;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return items.size();
        } finally {
            lock.unlock();
        }
    }
}
