package twostoves.sharing;

import twostoves.contract.BoundedBufferContract;
import twostoves.kit.Todo;

/**
 * Exercise 22: a buffer with room for so many items, in which threads wait for room and for items.
 *
 * <p>What is asked is in {@link BoundedBufferContract}; the page is {@code docs/exercises/bounded-buffer.md}. Grade it with
 * {@code mvn test -Dkata=bounded-buffer}.
 *
 * @param <T> the type of the items
 */
public final class BoundedBuffer<T> implements BoundedBufferContract<T> {

    /**
     * Creates an empty buffer.
     *
     * @param capacity how many items there is room for; at least 1
     */
    public BoundedBuffer(int capacity) {
        throw new Todo();
    }

    @Override
    public void put(T item) throws InterruptedException {
        throw new Todo();
    }

    @Override
    public T take() throws InterruptedException {
        throw new Todo();
    }

    @Override
    public int size() {
        throw new Todo();
    }
}
