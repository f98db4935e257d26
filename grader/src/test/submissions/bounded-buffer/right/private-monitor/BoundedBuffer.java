// Idea: the monitor of the queue, which nobody else can lock.
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
    public void put(T item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException("item");
        }
        synchronized (items) {
            while (items.size() == capacity) {
                items.wait();
            }
            items.addLast(item);
            items.notifyAll();
        }
    }

    @Override
    public T take() throws InterruptedException {
        synchronized (items) {
        while (items.isEmpty()) {
            items.wait();
        }
        T item = items.removeFirst();
        items.notifyAll();
        return item;
        }
    }

    @Override
    public int size() {
        synchronized (items) {
            return items.size();
        }
    }
}
