// Idea: two semaphores to wait at, and a monitor around the queue, never held while waiting.
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
    public void put(T item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException("item");
        }
        places.acquire();
        synchronized (items) {
            items.addLast(item);
        }
        taken.release();
    }

    @Override
    public T take() throws InterruptedException {
        taken.acquire();
        T item;
        synchronized (items) {
            item = items.removeFirst();
        }
        places.release();
        return item;
    }

    @Override
    public int size() {
        return count();
    }

    private int count() {
        synchronized (items) {
            return items.size();
        }
    }
}
