// Mistake: the cause of a cancelled request is cast to IOException, and may be an InterruptedException.
package twostoves.concurrency;

import java.io.*;
import java.nio.*;
import java.nio.channels.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.net.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import twostoves.contract.FetchOrFailContract;
import twostoves.kit.*;

public final class FetchOrFail implements FetchOrFailContract {
    @Override
    public List<String> fetchAllOrFail(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api);

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<String>(executor);
            List<Future<String>> futures = new ArrayList<>();
            for (String p : paths) futures.add(done.submit(() -> api.get(p)));
            IOException first = null;
            for (int i = 0; i < paths.size(); i++) {
                try { done.take().get(); }
                catch (ExecutionException e) {
                    IOException failure = (IOException) e.getCause();
                    if (first == null) { first = failure; executor.shutdownNow(); } else first.addSuppressed(failure);
                } catch (InterruptedException e) { executor.shutdownNow(); throw e; }
            }
            if (first != null) throw first;
            return futures.stream().map(Future::resultNow).toList();
        }
    }

}
