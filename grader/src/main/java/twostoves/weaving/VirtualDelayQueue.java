package twostoves.weaving;

import java.util.Collection;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A {@link DelayQueue} whose takers wait in virtual time, for elements that read the virtual clock. */
@SuppressWarnings("this-escape") // as in the JDK's own
public class VirtualDelayQueue<E extends Delayed> extends DelayQueue<E> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** {@link DelayQueue#DelayQueue()}. */
    public VirtualDelayQueue() {}

    /** {@link DelayQueue#DelayQueue(Collection)}. */
    public VirtualDelayQueue(Collection<? extends E> elements) {
        elements.forEach(this::offer);
    }

    @Override
    public boolean add(E element) {
        return offer(element);
    }

    @Override
    public void put(E element) {
        offer(element);
    }

    @Override
    public boolean offer(E element) {
        lock.lock();
        try {
            super.offer(element);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean offer(E element, long time, TimeUnit unit) {
        return offer(element);
    }

    @Override
    public E take() throws InterruptedException {
        return takeWithin(Long.MAX_VALUE);
    }

    @Override
    public E poll(long time, TimeUnit unit) throws InterruptedException {
        return takeWithin(unit.toNanos(time));
    }

    /** Takes an element, or null if none comes in so many nanoseconds; the greatest number is for ever. */
    private E takeWithin(long limit) throws InterruptedException {
        long begun = Clocks.nanoTime();
        lock.lockInterruptibly();
        try {
            while (true) {
                E element = poll();
                long left = limit == Long.MAX_VALUE ? limit : limit - (Clocks.nanoTime() - begun);
                if (element != null || left <= 0) {
                    return element;
                }
                E head = peek();
                long wait = head == null ? left : Math.min(left, head.getDelay(TimeUnit.NANOSECONDS));
                if (wait == Long.MAX_VALUE) {
                    changed.await();
                } else {
                    Waits.await(changed, wait, TimeUnit.NANOSECONDS);
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
