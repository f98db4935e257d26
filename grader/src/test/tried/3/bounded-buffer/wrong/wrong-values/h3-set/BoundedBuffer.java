// Mistake: keeps the items in a set, where equal ones are one.
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
        
    }
    private final Set<T> items = new LinkedHashSet<>();
    public synchronized void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        while (items.size() == capacity) { wait(); }
        items.add(item);
        notifyAll();
    }
    public synchronized T take() throws InterruptedException {
        while (items.isEmpty()) { wait(); }
        Iterator<T> first = items.iterator();
        T item = first.next();
        first.remove();
        notifyAll();
        return item;
    }
    public synchronized int size() { return items.size(); }
}
