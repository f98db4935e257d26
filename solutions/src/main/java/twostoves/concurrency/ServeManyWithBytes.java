package twostoves.concurrency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import twostoves.contract.ServeManyContract;

/**
 * Exercise 11 with a reader of lines made by hand, on bytes.
 *
 * <p>What a {@link java.io.BufferedReader} does behind the scenes: what one read returns is neither a line nor made of whole
 * characters, so bytes are gathered up to the line end and decoded together, and what has arrived behind it is kept for the
 * next line. That {@code \n} can be looked for among bytes is owed to UTF-8, in which it is never a part of another
 * character. Prefer this where lines have bytes in them that are no text, where the ends of lines are to be {@code \n} and
 * nothing else, or where there is to be a limit to their length; prefer the reference for anything else.
 */
public final class ServeManyWithBytes implements ServeManyContract {

    @Override
    public AutoCloseable serve(ServerSocket socket, UnaryOperator<String> handler) {
        Objects.requireNonNull(socket);
        Objects.requireNonNull(handler);

        Server server = new Server(socket, handler);
        server.executor.execute(server::acceptAll);
        return server;
    }

    private static final class Server implements AutoCloseable {

        private final ServerSocket socket;
        private final UnaryOperator<String> handler;
        private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

        Server(ServerSocket socket, UnaryOperator<String> handler) {
            this.socket = socket;
            this.handler = handler;
        }

        void acceptAll() {
            while (!socket.isClosed()) {
                try {
                    Socket connection = socket.accept();
                    connections.add(connection);
                    executor.execute(() -> talk(connection));
                } catch (IOException e) {
                    // the server was closed, or this one client could not be accepted: the loop condition knows
                }
            }
            // Whoever was accepted while the server was being closed is not forgotten.
            connections.forEach(Server::closeQuietly);
        }

        private void talk(Socket connection) {
            try (connection) {
                Lines lines = new Lines(connection.getInputStream());
                OutputStream out = connection.getOutputStream();
                for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                    out.write((handler.apply(line.get()) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // the client is gone, or the server is being closed: this connection is over either way
            } finally {
                connections.remove(connection);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
            connections.forEach(Server::closeQuietly);
            executor.close();
        }

        private static void closeQuietly(Socket connection) {
            try {
                connection.close();
            } catch (IOException e) {
                // it is as good as closed
            }
        }
    }

    /** The lines of one client, which may arrive in pieces, and several at once. */
    private static final class Lines {

        private final InputStream in;
        private final byte[] arrived = new byte[8192];
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private int from;
        private int to;

        Lines(InputStream in) {
            this.in = in;
        }

        /** Waits for a whole line; empty if the stream ends before. */
        Optional<String> next() throws IOException {
            while (true) {
                int end = from;
                while (end < to && arrived[end] != '\n') {
                    end++;
                }
                line.write(arrived, from, end - from);
                if (end < to) {
                    from = end + 1;
                    return Optional.of(take());
                }
                from = 0;
                to = in.read(arrived);
                if (to < 0) {
                    return Optional.empty();
                }
            }
        }

        private String take() {
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }
    }
}
