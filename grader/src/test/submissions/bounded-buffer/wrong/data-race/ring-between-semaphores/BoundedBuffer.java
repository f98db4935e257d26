// Mistake: the semaphores count well, and two threads that put move the same index.
package twostoves.sharing;

import java.util.concurrent.Semaphore;
import twostoves.contract.BoundedBufferContract;

public final class BoundedBuffer<T> implements BoundedBufferContract<T> {
    private final Object[] items;
    private int head;
    private int tail;
    private final Semaphore places;
    private final Semaphore taken = new Semaphore(0);

    public BoundedBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        items = new Object[capacity];
        places = new Semaphore(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException("item");
        }
        places.acquire();
        items[tail] = item;
        tail = (tail + 1) % items.length;
        taken.release();
    }

    @Override
    @SuppressWarnings("unchecked")
    public T take() throws InterruptedException {
        taken.acquire();
        T item = (T) items[head];
        head = (head + 1) % items.length;
        places.release();
        return item;
    }

    @Override
    public int size() {
        return taken.availablePermits();
    }
}
