// Mistake: asks again and again, letting go of the lock between.
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
        while (!tryPut(item)) {
            Thread.onSpinWait();
        }
    }

    private synchronized boolean tryPut(T item) {
        if (items.size() == capacity) {
            return false;
        }
        items.addLast(item);
        return true;
    }

    @Override
    public T take() {
        T item = poll();
        while (item == null) {
            item = poll();
        }
        return item;
    }

    private synchronized T poll() {
        return items.pollFirst();
    }

    @Override
    public synchronized int size() {
        return items.size();
    }
}
