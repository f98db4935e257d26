// Mistake: waits for a permit inside synchronized, so nobody can come in to give one.
package twostoves.sharing;

import java.util.ArrayDeque;
import java.util.concurrent.Semaphore;
import twostoves.contract.BoundedBufferContract;

public final class BoundedBuffer<T> implements BoundedBufferContract<T> {
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private final Semaphore places;
    private final Semaphore taken = new Semaphore(0);

    public BoundedBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        places = new Semaphore(capacity);
    }

    @Override
    public synchronized void put(T item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException("item");
        }
        places.acquire();
        items.add(item);
        taken.release();
    }

    @Override
    public synchronized T take() throws InterruptedException {
        taken.acquire();
        T item = items.remove();
        places.release();
        return item;
    }

    @Override
    public synchronized int size() {
        return items.size();
    }
}
