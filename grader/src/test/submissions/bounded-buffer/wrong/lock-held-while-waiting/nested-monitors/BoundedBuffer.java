// Mistake: waits on an inner monitor while it holds the outer one, which wait does not let go.
package twostoves.sharing;

import java.util.ArrayDeque;
import twostoves.contract.BoundedBufferContract;

public final class BoundedBuffer<T> implements BoundedBufferContract<T> {
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private final Object changed = new Object();
    private final int capacity;

    public BoundedBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException("item");
        }
        synchronized (this) {
            while (items.size() == capacity) {
                synchronized (changed) {
                changed.wait();
            }
            }
            items.addLast(item);
            synchronized (changed) {
                changed.notifyAll();
            }
        }
    }

    @Override
    public synchronized T take() throws InterruptedException {
        while (items.isEmpty()) {
            synchronized (changed) {
                changed.wait();
            }
        }
        T item = items.removeFirst();
        synchronized (changed) {
                changed.notifyAll();
            }
        return item;
    }

    @Override
    public synchronized int size() {
        return items.size();
    }
}
