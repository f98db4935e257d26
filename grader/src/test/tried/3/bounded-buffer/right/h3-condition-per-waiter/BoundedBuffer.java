// Idea: each who waits has a condition of its own, and the one that has waited longest is called.
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
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<T> items = new ArrayDeque<>();
    private final Deque<Condition> cooks = new ArrayDeque<>();
    private final Deque<Condition> waiters = new ArrayDeque<>();
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        lock.lockInterruptibly();
        try {
            await(cooks, () -> items.size() < capacity);
            items.addLast(item);
            call(waiters);
        } finally { lock.unlock(); }
    }
    public T take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            await(waiters, () -> !items.isEmpty());
            T item = items.removeFirst();
            call(cooks);
            return item;
        } finally { lock.unlock(); }
    }
    private void await(Deque<Condition> queue, BooleanSupplier ready) throws InterruptedException {
        if (ready.getAsBoolean()) { return; }
        Condition mine = lock.newCondition();
        queue.addLast(mine);
        try {
            do { mine.await(); } while (!ready.getAsBoolean());
        } catch (InterruptedException e) {
            queue.remove(mine);
            if (ready.getAsBoolean()) { call(queue); }
            throw e;
        }
        queue.remove(mine);
        if (ready.getAsBoolean()) { call(queue, mine); }
    }
    private void call(Deque<Condition> queue, Condition butNot) { call(queue); }
    private void call(Deque<Condition> queue) { Condition first = queue.peekFirst(); if (first != null) { first.signal(); } }
    public int size() { lock.lock(); try { return items.size(); } finally { lock.unlock(); } }
}
