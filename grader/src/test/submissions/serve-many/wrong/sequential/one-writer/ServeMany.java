// Mistake: one thread writes the answers of all.
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
import java.util.concurrent.ExecutionException;
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
        private final ExecutorService waiter = Executors.newSingleThreadExecutor();
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
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new BufferedWriter(
                        new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.UTF_8));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String answer = handler.apply(line);
                    waiter.submit(() -> {
                        out.write(answer + "\n");
                        out.flush();
                        return null;
                    }).get();
                }
            } catch (IOException | ExecutionException | InterruptedException e) {
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
            waiter.close();
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
