// Idea: each ticket has a future of its own; a semaphore gives tickets of room.
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
    private final Exchange<T> line = new Exchange<>();
    private static final class Exchange<T> {
        private List<T> in = List.of();
        synchronized void add(T item) { var more = new ArrayList<>(in); more.add(item); in = more; }
        synchronized T remove() { var less = new ArrayList<>(in); T item = less.remove(0); in = less; return item; }
    }
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        room.acquire();
        line.add(item);
        food.release();
    }
    public T take() throws InterruptedException {
        food.acquire();
        T item = line.remove();
        room.release();
        return item;
    }
    public int size() { return food.availablePermits(); }
}
