// Mistake: arithmetic that takes no time is handed to a pool of threads.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import twostoves.contract.SplitRangeContract;
import twostoves.kit.Range;

public final class SplitRange implements SplitRangeContract {

    @Override
    public List<Range> split(Range whole, int parts) {
        Objects.requireNonNull(whole);
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be at least 1: " + parts);
        }

        int count = (int) Math.min(parts, whole.size());
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<Range>> chunks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int index = i;
                chunks.add(CompletableFuture.supplyAsync(
                        () -> new Range(border(whole, index, count), border(whole, index + 1, count)), pool));
            }
            return chunks.stream().map(CompletableFuture::join).toList();
        }
    }

    private static long border(Range whole, int i, int count) {
        long size = whole.size();
        return whole.from() + size / count * i + Math.min(i, size % count);
    }
}
