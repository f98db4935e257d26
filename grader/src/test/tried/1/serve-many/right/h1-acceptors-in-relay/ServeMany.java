// Idea: whoever has accepted a client starts the next acceptor and then serves: there is no accept loop.
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

        var relay = new Relay(socket, handler);
        relay.pool.execute(relay::acceptOne);
        return relay;
    }

    private static final class Relay implements AutoCloseable {
        final ServerSocket socket; final UnaryOperator<String> handler;
        final ExecutorService pool = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("waiter-", 0).factory());
        final Map<Socket, Boolean> open = new ConcurrentHashMap<>();
        Relay(ServerSocket socket, UnaryOperator<String> handler) { this.socket = socket; this.handler = handler; }
        void acceptOne() {
            Socket c = null;
            while (c == null) { try { c = socket.accept(); } catch (IOException e) { if (socket.isClosed()) return; } }
            open.put(c, true);
            try { pool.execute(this::acceptOne); } catch (RejectedExecutionException e) { /* closed */ }
            if (socket.isClosed()) ServeMany.close(c);
            try { talk(c, handler); } finally { open.remove(c); }
        }
        @Override public void close() throws IOException {
            socket.close();
            open.keySet().forEach(ServeMany::close);
            pool.close();
        }
    }
    private static void talk(Socket c, UnaryOperator<String> handler) {
        try (c; var in = new BufferedReader(new InputStreamReader(c.getInputStream(), StandardCharsets.UTF_8));
                var out = new OutputStreamWriter(c.getOutputStream(), StandardCharsets.UTF_8)) {
            for (String line; (line = in.readLine()) != null; ) { out.write(handler.apply(line) + "\n"); out.flush(); }
        } catch (IOException e) { /* over */ }
    }
    private static void close(Closeable c) { try { c.close(); } catch (IOException e) { /* over */ } }

}
