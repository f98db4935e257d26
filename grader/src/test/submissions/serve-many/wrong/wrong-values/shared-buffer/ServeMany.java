// Mistake: the half line of one client is kept where all clients keep theirs.
package twostoves.concurrency;

import java.io.ByteArrayOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import twostoves.contract.ServeManyContract;

public final class ServeMany implements ServeManyContract {

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
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
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
                    // the loop condition tells whether this is the end
                }
            }
        }

        private void talk(Socket connection) {
            try (connection) {
                InputStream in = connection.getInputStream();
                Writer out = new BufferedWriter(
                        new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.UTF_8));
                for (int next = in.read(); next >= 0; next = in.read()) {
                    if (next != '\n') {
                        pending.write(next);
                        continue;
                    }
                    String line = pending.toString(StandardCharsets.UTF_8);
                    pending.reset();
                    out.write(handler.apply(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line) + "\n");
                    out.flush();
                }
            } catch (IOException e) {
                // this connection is over
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
                // as good as closed
            }
        }
    }
}
