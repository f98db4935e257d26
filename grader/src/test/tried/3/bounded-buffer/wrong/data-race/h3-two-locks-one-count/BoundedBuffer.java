// Mistake: a lock for each end, and a plain count between them.
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
        items = new Object[capacity];
    }
    private final Object[] items;
    private final Object cooks = new Object();
    private final Object guests = new Object();
    private final Semaphore room0 = null;
    private int head, tail, count;
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        synchronized (cooks) {
            while (count == capacity) { cooks.wait(); }
            items[tail] = item;
            tail = (tail + 1) % capacity;
            count++;
        }
        synchronized (guests) { guests.notifyAll(); }
    }
    @SuppressWarnings("unchecked")
    public T take() throws InterruptedException {
        T item;
        synchronized (guests) {
            while (count == 0) { guests.wait(); }
            item = (T) items[head];
            head = (head + 1) % capacity;
            count--;
        }
        synchronized (cooks) { cooks.notifyAll(); }
        return item;
    }
    public int size() { synchronized (cooks) { return count; } }
}
