// Idea: a ring of places in a monitor; only whoever changes full or empty wakes the others.
package twostoves.sharing;

import twostoves.contract.BoundedBufferContract;

public final class BoundedBuffer<T> implements BoundedBufferContract<T> {
    private final Object[] items;
    private int head;
    private int count;

    public BoundedBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        items = new Object[capacity];
    }

    @Override
    public void put(T item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException("item");
        }
        synchronized (this) {
            while (count == items.length) {
                wait();
            }
            items[(head + count) % items.length] = item;
            count++;
            if (count == 1) {
                notifyAll();
            }
        }
    }

    @Override
    public synchronized T take() throws InterruptedException {
        while (count == 0) {
            wait();
        }
        @SuppressWarnings("unchecked")
        T item = (T) items[head];
        items[head] = null;
        head = (head + 1) % items.length;
        count--;
        if (count == items.length - 1) {
            notifyAll();
        }
        return item;
    }

    @Override
    public synchronized int size() {
        return count;
    }
}
