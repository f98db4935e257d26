// Mistake: lets the JDK do it.
package twostoves.sharing;

import java.util.concurrent.ArrayBlockingQueue;
import twostoves.contract.BoundedBufferContract;

public final class BoundedBuffer<T> implements BoundedBufferContract<T> {
    private final ArrayBlockingQueue<T> items;

    public BoundedBuffer(int capacity) {
        items = new ArrayBlockingQueue<>(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        items.put(item);
    }

    @Override
    public T take() throws InterruptedException {
        return items.take();
    }

    @Override
    public int size() {
        return items.size();
    }
}
