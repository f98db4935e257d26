// Mistake: reads the count without the lock.
package twostoves.sharing;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.BoundedBufferContract;

public final class BoundedBuffer<T> implements BoundedBufferContract<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();
    private final Object[] items;
    private int first;
    private int count;

    public BoundedBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        items = new Object[capacity];
    }

    @Override
    public void put(T item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException("item");
        }
        lock.lock();
        try {
            while (count == items.length) {
                notFull.await();
            }
            items[(first + count) % items.length] = item;
            count++;
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public T take() throws InterruptedException {
        lock.lock();
        try {
            while (count == 0) {
                notEmpty.await();
            }
            T item = (T) items[first];
            items[first] = null;
            first = (first + 1) % items.length;
            count--;
            notFull.signal();
            return item;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        return count;
    }
}
