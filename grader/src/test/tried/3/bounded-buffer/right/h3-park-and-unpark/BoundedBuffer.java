// Idea: an immutable list that is replaced in one step, and threads that park until somebody has replaced it.
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
    private final AtomicReference<List<T>> items = new AtomicReference<>(List.of());
    private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        await(() -> {
            for (List<T> old = items.get(); old.size() < capacity; old = items.get()) {
                List<T> more = new ArrayList<>(old);
                more.add(item);
                if (items.compareAndSet(old, Collections.unmodifiableList(more))) { return item; }
            }
            return null;
        });
    }
    public T take() throws InterruptedException {
        return await(() -> {
            for (List<T> old = items.get(); !old.isEmpty(); old = items.get()) {
                if (items.compareAndSet(old, List.copyOf(old.subList(1, old.size())))) { return old.get(0); }
            }
            return null;
        });
    }
    private T await(Supplier<T> attempt) throws InterruptedException {
        T done = attempt.get();
        if (done == null) {
            waiting.add(Thread.currentThread());
            try {
                while ((done = attempt.get()) == null) {
                    if (Thread.interrupted()) { throw new InterruptedException(); }
                    LockSupport.park(this);
                }
            } finally { waiting.remove(Thread.currentThread()); }
        }
        waiting.forEach(LockSupport::unpark);
        return done;
    }
    public int size() { return items.get().size(); }
}
