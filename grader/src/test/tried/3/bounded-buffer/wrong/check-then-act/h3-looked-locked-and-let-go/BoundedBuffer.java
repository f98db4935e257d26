// Mistake: waits for room under the lock, lets go, and puts under the lock again.
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
    private synchronized void room() throws InterruptedException { while (items.size() == capacity) { wait(); } }
    private synchronized void add(T item) { items.addLast(item); notifyAll(); }
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        room();
        add(item);
    }
    public synchronized T take() throws InterruptedException {
        while (items.isEmpty()) { wait(); }
        notifyAll();
        return items.removeFirst();
    }
    public synchronized int size() { return items.size(); }
}
