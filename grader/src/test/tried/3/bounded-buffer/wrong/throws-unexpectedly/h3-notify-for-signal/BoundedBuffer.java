// Mistake: notify, where signal is meant: it is the monitor of the condition, which nobody holds.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class BoundedBuffer<T> implements BoundedBufferContract<T> {
    private final int capacity;

    public BoundedBuffer(int capacity) {
        if (capacity < 1) { throw new IllegalArgumentException("capacity: " + capacity); }
        this.capacity = capacity;
        
    }
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();
    private final Deque<T> items = new ArrayDeque<>();

    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        lock.lock();
        try {
            while (items.size() == capacity) { notFull.await(); }
            items.addLast(item);
            notEmpty.notify();
        } finally { lock.unlock(); }
    }
    public T take() throws InterruptedException {
        lock.lock();
        try {
            while (items.isEmpty()) { notEmpty.await(); }
            T item = items.removeFirst();
            notFull.notify();
            return item;
        } finally { lock.unlock(); }
    }
    public int size() { lock.lock(); try { return items.size(); } finally { lock.unlock(); } }
}
