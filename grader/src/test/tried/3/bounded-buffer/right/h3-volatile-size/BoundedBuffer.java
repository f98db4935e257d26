// Idea: the size is written under the lock into a volatile field, and read without one.
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
        items = (T[]) new Object[capacity];
    }
    private final T[] items;
    private int first;
    private volatile int size;
    public synchronized void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        while (size == capacity) { wait(); }
        items[(first + size) % capacity] = item;
        size = size + 1;
        notifyAll();
    }
    public synchronized T take() throws InterruptedException {
        while (size == 0) { wait(); }
        T item = items[first];
        items[first] = null;
        first = (first + 1) % capacity;
        size = size - 1;
        notifyAll();
        return item;
    }
    public int size() { return size; }
}
