// Mistake: an interrupt between the two permits loses the first.
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
        room = new Semaphore(capacity);
    }
    private final Semaphore room;
    private final Semaphore food = new Semaphore(0);
    private final Semaphore mutex = new Semaphore(1);
    private final Deque<T> items = new ArrayDeque<>();
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        room.acquire();
        mutex.acquire();
        items.addLast(item);
        mutex.release();
        food.release();
    }
    public T take() throws InterruptedException {
        food.acquire();
        mutex.acquire();
        T item = items.removeFirst();
        mutex.release();
        room.release();
        return item;
    }
    public int size() { mutex.acquireUninterruptibly(); try { return items.size(); } finally { mutex.release(); } }
}
