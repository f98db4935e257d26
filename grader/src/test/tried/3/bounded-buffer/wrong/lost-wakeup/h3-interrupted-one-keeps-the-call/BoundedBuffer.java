// Mistake: a direct hand-over: whoever is interrupted while it is handed an item drops it.
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
    private final Deque<T> items = new ArrayDeque<>();
    private final Deque<CompletableFuture<T>> guests = new ArrayDeque<>();
    public synchronized void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        CompletableFuture<T> guest = guests.pollFirst();
        if (guest != null) { guest.complete(item); return; }
        while (items.size() == capacity) { wait(); }
        items.addLast(item);
    }
    public T take() throws InterruptedException {
        CompletableFuture<T> mine;
        synchronized (this) {
            T item = items.pollFirst();
            if (item != null) { notifyAll(); return item; }
            mine = new CompletableFuture<>();
            guests.addLast(mine);
        }
        try { return mine.get(); } catch (ExecutionException e) { throw new IllegalStateException(e); }
    }
    public synchronized int size() { return items.size(); }
}
