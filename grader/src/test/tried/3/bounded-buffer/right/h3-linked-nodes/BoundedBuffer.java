// Idea: chained nodes with a head that is empty, and notify in turn: whoever goes on wakes the next.
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
    private static final class Node<T> { T item; Node<T> next; }
    private Node<T> head = new Node<>();
    private Node<T> tail = head;
    private int size;
    private final Object cooks = new Object();
    private final Lock lock = new ReentrantLock(true);
    private final Condition room = lock.newCondition();
    private final Condition food = lock.newCondition();
    public void put(T item) throws InterruptedException {
        if (item == null) { throw new NullPointerException("item"); }
        lock.lockInterruptibly();
        try {
            try { while (size == capacity) { room.await(); } }
            catch (InterruptedException e) { room.signal(); throw e; }
            tail = tail.next = new Node<>();
            tail.item = item;
            if (++size < capacity) { room.signal(); }
            food.signal();
        } finally { lock.unlock(); }
    }
    public T take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            try { while (size == 0) { food.await(); } }
            catch (InterruptedException e) { food.signal(); throw e; }
            head = head.next;
            T item = head.item;
            head.item = null;
            if (--size > 0) { food.signal(); }
            room.signal();
            return item;
        } finally { lock.unlock(); }
    }
    public int size() { lock.lock(); try { return size; } finally { lock.unlock(); } }
}
