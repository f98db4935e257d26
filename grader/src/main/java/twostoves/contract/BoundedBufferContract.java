package twostoves.contract;

import twostoves.kit.ConstructedWith;

/**
 * Exercise 22, {@code bounded-buffer}: a shelf between those who cook and those who serve.
 *
 * <p>The class has a public constructor {@code BoundedBuffer(int capacity)}, where the capacity is how many items there is
 * room for; it throws {@link IllegalArgumentException} if that is less than 1.
 *
 * <p>A buffer may be used by any number of threads at once, platform or virtual. It starts no thread itself.
 *
 * <ul>
 *   <li>Items are taken in the order in which they were put.
 *   <li>A thread that finds the buffer full, or empty, waits without using the processor, and goes on at the moment at which
 *       another thread makes room or puts an item. If several wait, any one of them that can go on does so, and the others go
 *       on waiting.
 *   <li>Nobody goes on who cannot: there are never more items in the buffer than its capacity, and nothing is taken that was
 *       not put, however often and for whatever reason a waiting thread is woken up. {@code Object.wait} and
 *       {@code Condition.await} may even wake up for no reason.
 *   <li>While threads wait, others can put, take and ask for the size.
 * </ul>
 *
 * @param <T> the type of the items
 */
@ConstructedWith(int.class)
public interface BoundedBufferContract<T> {

    /**
     * Puts an item into the buffer, as soon as there is room.
     *
     * @param item the item
     * @throws InterruptedException if the calling thread is interrupted while it waits, at once; then the item has not been
     *     put. A thread that is interrupted and need not wait may put it or throw
     * @throws NullPointerException if {@code item} is null, also if the buffer is full
     */
    void put(T item) throws InterruptedException;

    /**
     * Takes the item that has been in the buffer for the longest time, as soon as there is one.
     *
     * @return the item
     * @throws InterruptedException if the calling thread is interrupted while it waits, at once; then nothing has been taken.
     *     A thread that is interrupted and need not wait may take an item or throw
     */
    T take() throws InterruptedException;

    /**
     * Counts the items in the buffer, without waiting for any.
     *
     * @return their number, from 0 to the capacity
     */
    int size();
}
