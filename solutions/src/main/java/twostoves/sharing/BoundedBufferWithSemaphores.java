package twostoves.sharing;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import twostoves.contract.BoundedBufferContract;

/**
 * Two semaphores do the counting and the waiting: one has a permit for each free place, the other for each item.
 *
 * <p>A semaphore remembers: a permit released before anybody waits is there for the next one who comes, so no wake-up can be
 * lost and there is no condition to look at again. Neither of them guards the queue, though, which therefore is one made for
 * several threads. Prefer this where what is waited for can be counted.
 *
 * @param <T> the type of the items
 */
public final class BoundedBufferWithSemaphores<T> implements BoundedBufferContract<T> {

    private final Queue<T> items = new ConcurrentLinkedQueue<>();
    private final Semaphore freePlaces;
    private final Semaphore itemsThere = new Semaphore(0);

    /**
     * Creates an empty buffer.
     *
     * @param capacity how many items there is room for; at least 1
     */
    public BoundedBufferWithSemaphores(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        freePlaces = new Semaphore(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        freePlaces.acquire();
        items.add(item);
        itemsThere.release();
    }

    @Override
    public T take() throws InterruptedException {
        itemsThere.acquire();
        T item = items.remove();
        freePlaces.release();
        return item;
    }

    @Override
    public int size() {
        return items.size();
    }
}
