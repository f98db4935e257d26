package twostoves.sharing;

import java.util.Objects;
import twostoves.contract.BoundedBufferContract;

/**
 * With what every object has: a monitor, {@code wait} and {@code notifyAll}. The items lie in a ring of places.
 *
 * <p>A monitor has one waiting room, in which those who wait for room and those who wait for an item sit together. So everybody
 * is woken, and most of them look and go back to sleep. Prefer it where few threads wait; with many, the reference wakes one
 * instead of all.
 *
 * @param <T> the type of the items
 */
public final class BoundedBufferWithMonitor<T> implements BoundedBufferContract<T> {

    private final Object[] places;
    private int first;
    private int count;

    /**
     * Creates an empty buffer.
     *
     * @param capacity how many items there is room for; at least 1
     */
    public BoundedBufferWithMonitor(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
        }
        places = new Object[capacity];
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        synchronized (this) {
            while (count == places.length) {
                wait();
            }
            places[(first + count) % places.length] = item;
            count++;
            notifyAll();
        }
    }

    @Override
    @SuppressWarnings("unchecked") // nothing but items of this type is put
    public synchronized T take() throws InterruptedException {
        while (count == 0) {
            wait();
        }
        T item = (T) places[first];
        places[first] = null; // or it could not be collected while it is in nobody's hands
        first = (first + 1) % places.length;
        count--;
        notifyAll();
        return item;
    }

    @Override
    public synchronized int size() {
        return count;
    }
}
