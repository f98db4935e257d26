// Idea: daemon threads in a list behind a monitor, all joined by close().
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

        final class Server implements AutoCloseable {
            final Map<Thread, Socket> guests = new HashMap<>();
            final Thread acceptor = Thread.ofPlatform().daemon().unstarted(this::accept);
            boolean closed;
            void accept() {
                while (true) {
                    Socket c;
                    try { c = socket.accept(); } catch (IOException e) { if (socket.isClosed()) return; continue; }
                    Thread t = Thread.ofPlatform().daemon().unstarted(() -> {
                        try { talk(c, handler); } finally { synchronized (this) { guests.remove(Thread.currentThread()); } }
                    });
                    synchronized (this) {
                        if (closed) { ServeMany.close(c); return; }
                        guests.put(t, c);
                        t.start();
                    }
                }
            }
            @Override public void close() throws IOException, InterruptedException {
                socket.close();
                List<Thread> threads;
                synchronized (this) { closed = true; guests.values().forEach(ServeMany::close); threads = List.copyOf(guests.keySet()); }
                acceptor.join();
                for (Thread t : threads) t.join();
            }
        }
        Server s = new Server();
        s.acceptor.start();
        return s;
    }

    private static void talk(Socket c, UnaryOperator<String> handler) {
        try (c; var in = new BufferedReader(new InputStreamReader(c.getInputStream(), StandardCharsets.UTF_8));
                var out = new OutputStreamWriter(c.getOutputStream(), StandardCharsets.UTF_8)) {
            for (String line; (line = in.readLine()) != null; ) { out.write(handler.apply(line) + "\n"); out.flush(); }
        } catch (IOException e) { /* over */ }
    }
    private static void close(Closeable c) { try { c.close(); } catch (IOException e) { /* over */ } }

}
