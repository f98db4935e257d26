package twostoves.checks;

import com.sun.management.HotSpotDiagnosticMXBean;
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

    private static final int USUAL_COLLECTIONS = 4;

    /**
     * In so many full collections in a row there is one that leaves no garbage. In the others HotSpot lets some lie where it
     * is, up to a twentieth of the heap ({@code MarkSweepDeadRatio}), and counts it as used. The processes that we start are
     * told to leave none in any.
     */
    private static final int COLLECTIONS = collections();

    private HeapUse() {}

    private static int collections() {
        try {
            return Integer.parseInt(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption("MarkSweepAlwaysCompactCount")
                    .getValue());
        } catch (IllegalArgumentException aJavaWithoutThisFlag) {
            return USUAL_COLLECTIONS;
        }
    }

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
