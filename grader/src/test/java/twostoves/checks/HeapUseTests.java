package twostoves.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The use of the heap")
class HeapUseTests {

    private static final int MIB = 1 << 20;

    @Test
    @DisplayName("counts what is held, and no garbage, however often it is asked")
    void garbage() {
        awaitEndOfEarlierTests();
        List<Long> grown = new ArrayList<>();
        List<Long> left = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            long before = HeapUse.afterCollection().orElseThrow();
            // in small pieces: the last one may still lie in a frame of a method that is long over
            List<byte[]> held =
                    Stream.generate(() -> new byte[MIB / 16]).limit(96).toList();
            grown.add(HeapUse.afterCollection().orElseThrow() - before);
            assertThat(held).hasSize(96);
            held = List.of();
            left.add(HeapUse.afterCollection().orElseThrow() - before);
        }

        assertThat(grown).allSatisfy(bytes -> assertThat(bytes).isBetween(5L * MIB, 7L * MIB));
        assertThat(left).allSatisfy(bytes -> assertThat(bytes).isBetween(-1L * MIB, 1L * MIB));
    }

    /** Threads that earlier tests have left may end just now, and let go of megabytes. */
    private static void awaitEndOfEarlierTests() {
        Deque<Long> counts = new ArrayDeque<>();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            counts.addFirst(HeapUse.afterCollection().orElseThrow());
            return counts.size() >= 3 && spread(counts) < MIB / 8;
        });
    }

    private static long spread(Deque<Long> counts) {
        LongSummaryStatistics last =
                counts.stream().limit(3).mapToLong(Long::longValue).summaryStatistics();
        return last.getMax() - last.getMin();
    }
}
