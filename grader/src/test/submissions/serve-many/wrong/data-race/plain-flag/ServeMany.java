// Mistake: the flag that ends the accept loop is neither volatile nor guarded.
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
import java.util.function.UnaryOperator;
import twostoves.contract.ServeManyContract;

public final class ServeMany implements ServeManyContract {

    @Override
    public AutoCloseable serve(ServerSocket socket, UnaryOperator<String> handler) {
        Objects.requireNonNull(socket);
        Objects.requireNonNull(handler);
        Server server = new Server(socket, handler);
        server.acceptor.start();
        return server;
    }

    private static final class Server implements AutoCloseable {

        private final ServerSocket socket;
        private final UnaryOperator<String> handler;
        private final Thread acceptor = new Thread(this::acceptAll, "acceptor");
        private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
        private boolean closed;
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

        Server(ServerSocket socket, UnaryOperator<String> handler) {
            this.socket = socket;
            this.handler = handler;
        }

        void acceptAll() {
            while (!closed) {
                try {
                    Socket connection = socket.accept();
                    connections.add(connection);
                    Thread thread = new Thread(() -> talk(connection));
                    threads.add(thread);
                    thread.start();
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
                    out.write(handler.apply(line) + "\n");
                    out.flush();
                }
            } catch (IOException e) {
                // this connection is over
            } finally {
                connections.remove(connection);
                threads.remove(Thread.currentThread());
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            closed = true;
            socket.close();
            connections.forEach(Server::closeQuietly);
            acceptor.join();
            connections.forEach(Server::closeQuietly);
            for (Thread thread : threads) {
                thread.join();
            }
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
