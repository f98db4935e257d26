// Idea: the conditions of a write lock; whoever asks for the size takes the read lock.
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
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Condition changed = lock.writeLock().newCondition();
    private final List<T> items = new LinkedList<>();
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        lock.writeLock().lock();
        try {
            while (items.size() >= capacity) { changed.await(); }
            items.add(item);
            changed.signalAll();
        } finally { lock.writeLock().unlock(); }
    }
    public T take() throws InterruptedException {
        lock.writeLock().lock();
        try {
            while (items.isEmpty()) { changed.await(); }
            T item = items.remove(0);
            changed.signalAll();
            return item;
        } finally { lock.writeLock().unlock(); }
    }
    public int size() { lock.readLock().lock(); try { return items.size(); } finally { lock.readLock().unlock(); } }
}
