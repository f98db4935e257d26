package twostoves.concurrency;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
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

/**
 * Exercise 11 with platform threads, from a pool that has as many as there are clients.
 *
 * <p>How servers were written before virtual threads, and the one to prefer where there are none, or where the handler calls
 * native code that would pin them. A cached pool makes a thread whenever all others are busy and uses it again for the next
 * client, so no client waits for another. A thousand threads are no trouble; ten thousand may be. A pool of a fixed size
 * would put a limit on the clients instead: whoever comes when all threads are taken waits until somebody leaves.
 */
public final class ServeManyWithPlatformThreads implements ServeManyContract {

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
        private final ExecutorService executor = Executors.newCachedThreadPool();
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
            try (connection;
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                    Writer out = new BufferedWriter(
                            new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    out.write(handler.apply(line) + "\n");
                    out.flush();
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
}
