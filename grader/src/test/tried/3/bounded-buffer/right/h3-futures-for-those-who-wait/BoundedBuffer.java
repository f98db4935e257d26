// Idea: whoever waits leaves a future, and an item is handed over to it.
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
    private record Plate<T>(T item, CompletableFuture<Void> down) {}
    private final Deque<T> items = new ArrayDeque<>();
    private final Deque<Plate<T>> cooks = new ArrayDeque<>();
    private final Deque<CompletableFuture<T>> guests = new ArrayDeque<>();
    public void put(T item) throws InterruptedException {
        Plate<T> plate;
        synchronized (items) {
            Objects.requireNonNull(item);
            CompletableFuture<T> guest = guests.pollFirst();
            if (guest != null) { guest.complete(item); return; }
            if (items.size() < capacity) { items.addLast(item); return; }
            plate = new Plate<>(item, new CompletableFuture<>());
            cooks.addLast(plate);
        }
        try { plate.down().get(); }
        catch (ExecutionException e) { throw new IllegalStateException(e); }
        catch (InterruptedException e) {
            synchronized (items) { if (cooks.remove(plate)) { throw e; } }
            Thread.currentThread().interrupt();
        }
    }
    public T take() throws InterruptedException {
        CompletableFuture<T> mine;
        synchronized (items) {
            T item = items.pollFirst();
            if (item != null) {
                Plate<T> next = cooks.pollFirst();
                if (next != null) { items.addLast(next.item()); next.down().complete(null); }
                return item;
            }
            mine = new CompletableFuture<>();
            guests.addLast(mine);
        }
        try { return mine.get(); }
        catch (ExecutionException e) { throw new IllegalStateException(e); }
        catch (InterruptedException e) {
            synchronized (items) { if (guests.remove(mine)) { throw e; } }
            Thread.currentThread().interrupt();
            return mine.join();
        }
    }
    public int size() { synchronized (items) { return items.size(); } }
}
