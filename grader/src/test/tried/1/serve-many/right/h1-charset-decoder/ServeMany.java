// Idea: bytes are decoded by a CharsetDecoder into a growing buffer, malformed input closes the connection.
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
        try (c) {
            var in = c.getInputStream(); var out = new BufferedOutputStream(c.getOutputStream());
            var decoder = StandardCharsets.UTF_8.newDecoder();
            var line = new ByteArrayOutputStream();
            byte[] block = new byte[1024];
            for (int n; (n = in.read(block)) >= 0; ) {
                for (int i = 0; i < n; i++) {
                    if (block[i] != '\n') { line.write(block[i]); continue; }
                    String text = decoder.decode(ByteBuffer.wrap(line.toByteArray())).toString();
                    line.reset();
                    if (text.endsWith("\r")) text = text.substring(0, text.length() - 1);
                    out.write((handler.apply(text) + '\n').getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        } catch (IOException e) { /* over, or not UTF-8 */ }
    }
    private static void close(Closeable c) { try { c.close(); } catch (IOException e) { /* over */ } }
}
