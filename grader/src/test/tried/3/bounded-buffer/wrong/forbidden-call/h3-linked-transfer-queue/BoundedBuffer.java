// Mistake: another queue of the JDK, and two semaphores around it.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class BoundedBuffer<T> implements BoundedBufferContract<T> {
    private final int capacity;

    public BoundedBuffer(int capacity) {
        if (capacity < 1) { throw new IllegalArgumentException("capacity: " + capacity); }
        this.capacity = capacity;
        room = new Semaphore(capacity);
    }
    private final Semaphore room;
    private final TransferQueue<T> items = new LinkedTransferQueue<>();
    public void put(T item) throws InterruptedException { Objects.requireNonNull(item); room.acquire(); items.add(item); }
    public T take() throws InterruptedException { T item = items.take(); room.release(); return item; }
    public int size() { return items.size(); }
}
