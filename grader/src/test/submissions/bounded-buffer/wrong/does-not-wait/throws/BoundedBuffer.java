// Mistake: a full buffer refuses, and an empty one too.
package twostoves.sharing;

import java.util.ArrayDeque;
import twostoves.contract.BoundedBufferContract;

public final class BoundedBuffer<T> implements BoundedBufferContract<T> {
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private final int capacity;

    public BoundedBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) {
        if (item == null) {
            throw new NullPointerException("item");
        }
        synchronized (this) {
            if (items.size() == capacity) {
                throw new IllegalStateException("full or empty");
            }
            items.addLast(item);
            notifyAll();
        }
    }

    @Override
    public synchronized T take() {
        if (items.isEmpty()) {
            throw new IllegalStateException("full or empty");
        }
        T item = items.removeFirst();
        notifyAll();
        return item;
    }

    @Override
    public synchronized int size() {
        return items.size();
    }
}
