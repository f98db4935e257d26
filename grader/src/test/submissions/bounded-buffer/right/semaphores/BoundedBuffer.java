// Idea: one semaphore counts places, the other counts items; the queue itself is a concurrent one.
package twostoves.sharing;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import twostoves.contract.BoundedBufferContract;

public final class BoundedBuffer<T> implements BoundedBufferContract<T> {
    private final ConcurrentLinkedQueue<T> items = new ConcurrentLinkedQueue<>();
    private final Semaphore places;
    private final Semaphore taken = new Semaphore(0);

    public BoundedBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        places = new Semaphore(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException("item");
        }
        places.acquire();
        items.add(item);
        taken.release();
    }

    @Override
    public T take() throws InterruptedException {
        taken.acquire();
        T item = items.remove();
        places.release();
        return item;
    }

    @Override
    public int size() {
        return items.size();
    }
}
