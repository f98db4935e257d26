package twostoves.checks;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.OptionalLong;

/** How much of the heap is really in use. */
public final class HeapUse {

    private HeapUse() {}

    /**
     * Has the garbage collected and counts what is left.
     *
     * @return the bytes in use; empty if this Java does not collect when asked to, so that nothing can be told
     */
    public static OptionalLong afterCollection() {
        WeakReference<Object> sentinel = new WeakReference<>(new Object());
        System.gc();
        if (sentinel.get() != null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
}
