// Mistake: the exceptions are suppressed in the first of them, which is thrown.
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
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.*;

public final class FastestMirror implements FastestMirrorContract {
    @Override
    public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(mirrors); Objects.requireNonNull(api); if (mirrors.isEmpty()) throw new IllegalArgumentException("no mirrors");

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var done = new ExecutorCompletionService<String>(executor);
                for (String m : mirrors) done.submit(() -> api.get(m));
                Set<String> messages = new LinkedHashSet<>();
                IOException all = new IOException("none");
                for (int i = 0; i < mirrors.size(); i++) {
                    try { return done.take().get(); }
                    catch (ExecutionException e) { if (messages.add(e.getCause().getClass().getName())) all.addSuppressed(e.getCause()); }
                }
                throw all;
            } finally { executor.shutdownNow(); }
        }
    }

}
