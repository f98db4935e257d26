// Idea: a phaser counts the guests, and a scoped value carries the handler.
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
import twostoves.contract.ServeManyContract;
import twostoves.kit.*;

public final class ServeMany implements ServeManyContract {
    @Override
    public AutoCloseable serve(ServerSocket socket, UnaryOperator<String> handler) {
        Objects.requireNonNull(socket); Objects.requireNonNull(handler);

        var guests = new Phaser(1);
        Set<Socket> open = ConcurrentHashMap.newKeySet();
        guests.register();
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    Socket c;
                    try { c = socket.accept(); } catch (IOException e) { if (socket.isClosed()) return; else continue; }
                    open.add(c);
                    guests.register();
                    Thread.startVirtualThread(() -> {
                        try { ScopedValue.where(HANDLER, handler).run(() -> talk(c)); }
                        finally { open.remove(c); guests.arriveAndDeregister(); }
                    });
                }
            } finally { guests.arriveAndDeregister(); }
        });
        var closed = new AtomicBoolean();
        return () -> {
            if (!closed.compareAndSet(false, true)) return;
            socket.close();
            guests.arrive();
            while (guests.getUnarrivedParties() > 0 && !guests.isTerminated()) {
                open.forEach(ServeMany::close);
                if (guests.getRegisteredParties() == 1) break;
                try { guests.awaitAdvanceInterruptibly(0, 20, TimeUnit.MILLISECONDS); break; } catch (TimeoutException e) { /* one more was accepted meanwhile */ }
            }
        };
    }

    private static final ScopedValue<UnaryOperator<String>> HANDLER = ScopedValue.newInstance();
    private static void talk(Socket c) { talk(c, HANDLER.get()); }
    private static void talk(Socket c, UnaryOperator<String> handler) {
        try (c; var in = new BufferedReader(new InputStreamReader(c.getInputStream(), StandardCharsets.UTF_8));
                var out = new OutputStreamWriter(c.getOutputStream(), StandardCharsets.UTF_8)) {
            for (String line; (line = in.readLine()) != null; ) { out.write(handler.apply(line) + "\n"); out.flush(); }
        } catch (IOException e) { /* over */ }
    }
    private static void close(Closeable c) { try { c.close(); } catch (IOException e) { /* over */ } }

}
