// Mistake: only an Exception of the handler closes the connection; an Error does not.
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

        Set<Socket> open = ConcurrentHashMap.newKeySet();
        var pool = Executors.newVirtualThreadPerTaskExecutor();
        Thread acceptor = Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket c = socket.accept();
                    open.add(c);
                    pool.execute(() -> { try { talk(c, handler); } finally { open.remove(c); } });
                } catch (IOException | RejectedExecutionException e) { /* closed, or one who could not be accepted */ }
            }
        });
        return () -> {
            socket.close();
            acceptor.join();
            open.forEach(ServeMany::close);
            pool.close();
        };
    }

    private static void talk(Socket c, UnaryOperator<String> handler) {
        try {
            var in = new BufferedReader(new InputStreamReader(c.getInputStream(), StandardCharsets.UTF_8));
            var out = new OutputStreamWriter(c.getOutputStream(), StandardCharsets.UTF_8);
            for (String line; (line = in.readLine()) != null; ) { out.write(handler.apply(line) + "\n"); out.flush(); }
            c.close();
        } catch (Exception e) { close(c); }
    }
    private static void close(Closeable c) { try { c.close(); } catch (IOException e) { /* over */ } }
}
