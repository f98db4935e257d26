package twostoves.checks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** How much of the heap is really in use. */
public final class HeapUse {

    /**
     * HotSpot lets some garbage lie where it is in three of four full collections, up to a twentieth of the heap, and counts
     * it as used ({@code MarkSweepAlwaysCompactCount}, {@code MarkSweepDeadRatio}). One of four in a row leaves none.
     */
    private static final int COLLECTIONS = 4;

    private HeapUse() {}

    /**
     * Has the garbage collected and counts what is left.
     *
     * @return the bytes in use; empty if this Java does not collect when asked to, so that nothing can be told
     */
    public static OptionalLong afterCollection() {
        WeakReference<Object> sentinel = new WeakReference<>(new Object());
        OptionalLong least = IntStream.range(0, COLLECTIONS)
                .mapToLong(collection -> {
                    System.gc();
                    return leftByLastCollection();
                })
                .min();
        return sentinel.get() == null ? least : OptionalLong.empty();
    }

    /** Not what is in use now: any other thread may have been given a megabyte to allocate from since then. */
    private static long leftByLastCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
