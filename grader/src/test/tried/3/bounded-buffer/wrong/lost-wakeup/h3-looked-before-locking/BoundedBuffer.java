// Mistake: looks, and then locks to wait: the call may come between.
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
    private final Deque<T> items = new ArrayDeque<>();
    private synchronized boolean offer(T item) {
        if (items.size() == capacity) { return false; }
        items.addLast(item);
        notifyAll();
        return true;
    }
    private synchronized T poll() {
        T item = items.pollFirst();
        if (item != null) { notifyAll(); }
        return item;
    }
    private synchronized void pause() throws InterruptedException { wait(); }
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        while (!offer(item)) { pause(); }
    }
    public T take() throws InterruptedException {
        T item;
        while ((item = poll()) == null) { pause(); }
        return item;
    }
    public synchronized int size() { return items.size(); }
}
