// Idea: a mutex of its own on AbstractQueuedSynchronizer, with its conditions.
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
    private static final class Mutex extends AbstractQueuedSynchronizer {
        @Override protected boolean tryAcquire(int x) {
            if (compareAndSetState(0, 1)) { setExclusiveOwnerThread(Thread.currentThread()); return true; }
            return false;
        }
        @Override protected boolean tryRelease(int x) {
            setExclusiveOwnerThread(null); setState(0); return true;
        }
        @Override protected boolean isHeldExclusively() { return getState() == 1 && getExclusiveOwnerThread() == Thread.currentThread(); }
    }
    private final Mutex mutex = new Mutex();
    private final Condition notFull = mutex.new ConditionObject();
    private final Condition notEmpty = mutex.new ConditionObject();
    private final Deque<T> items = new ArrayDeque<>();
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        mutex.acquireInterruptibly(1);
        try {
            while (items.size() == capacity) { notFull.await(); }
            items.addLast(item);
            notEmpty.signal();
        } finally { mutex.release(1); }
    }
    public T take() throws InterruptedException {
        mutex.acquireInterruptibly(1);
        try {
            while (items.isEmpty()) { notEmpty.await(); }
            notFull.signal();
            return items.removeFirst();
        } finally { mutex.release(1); }
    }
    public int size() { mutex.acquire(1); try { return items.size(); } finally { mutex.release(1); } }
}
