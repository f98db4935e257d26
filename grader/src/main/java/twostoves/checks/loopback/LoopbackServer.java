package twostoves.checks.loopback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As much of HTTP/1.1 as {@link java.net.http.HttpClient} needs for a GET, on a port of its own of the loopback interface: a
 * virtual thread and a connection for each request.
 */
final class LoopbackServer implements AutoCloseable {

    /** Enough for all requests of a check to knock at the same time, where the system allows so many. */
    private static final int BACKLOG = 4096;

    private static final int MOST_OF_HEAD = 16 * 1024;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Script script;
    private final ServerSocket door;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch gate;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();
    private final Semaphore gone = new Semaphore(0);

    private LoopbackServer(Script script, ServerSocket door) {
        this.script = script;
        this.door = door;
        this.gate = new CountDownLatch(script.gate());
    }

    static LoopbackServer open(Script script) throws IOException {
        ServerSocket door = new ServerSocket();
        try {
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            door.close();
            throw e;
        }
        LoopbackServer server = new LoopbackServer(script, door);
        Thread.ofVirtual().name("kata-door").start(server::accept);
        return server;
    }

    InetSocketAddress address() {
        return (InetSocketAddress) door.getLocalSocketAddress();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket connection = door.accept();
                connections.add(connection);
                Thread.ofVirtual().name("kata-service").start(() -> serve(connection));
            } catch (IOException e) {
                // closed, or nobody there any more
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String path = pathOf(connection.getInputStream());
            int now = inside.incrementAndGet();
            mostInside.accumulateAndGet(now, Math::max);
            gate.countDown();
            reply(connection, path);
        } catch (IOException | InterruptedException e) {
            // the client has gone, or we are closing
        } finally {
            connections.remove(connection);
        }
    }

    private void reply(Socket connection, String path) throws IOException, InterruptedException {
        switch (script.replies().get(path)) {
            case Script.Reply.Answer(String body) -> send(connection, 200, body);
            case Script.Reply.Failure(int status) -> send(connection, status, "");
            case Script.Reply.Silence() -> {
                awaitDeparture(connection.getInputStream());
                inside.decrementAndGet();
                gone.release();
            }
            case null -> send(connection, 404, "");
        }
    }

    private void send(Socket connection, int status, String body) throws IOException, InterruptedException {
        gate.await();
        // before the answer leaves: its reader may ask for the next thing at once
        inside.decrementAndGet();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " Reply\r\nContent-Length: " + bytes.length
                + "\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close" + END_OF_HEAD;
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        reply.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        reply.writeBytes(bytes);
        connection.getOutputStream().write(reply.toByteArray());
    }

    private static void awaitDeparture(InputStream in) {
        try {
            while (in.read() >= 0) {
                // nothing is expected after the request
            }
        } catch (IOException e) {
            // gone, only less politely
        }
    }

    private static String pathOf(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        byte[] part = new byte[1024];
        while (head.indexOf(END_OF_HEAD) < 0 && head.length() < MOST_OF_HEAD) {
            int count = in.read(part);
            if (count < 0) {
                throw new IOException("the client hung up");
            }
            head.append(new String(part, 0, count, StandardCharsets.ISO_8859_1));
        }
        String[] words = head.toString().split(" ", 3);
        if (words.length < 3) {
            throw new IOException("not a request");
        }
        return words[1];
    }

    /** The largest number of requests that were inside at the same time. */
    int mostInside() {
        return mostInside.get();
    }

    /** Waits until clients have gone away from so many requests that are never answered. */
    boolean awaitGone(int requests, Duration patience) throws InterruptedException {
        boolean all = gone.tryAcquire(requests, patience.toNanos(), TimeUnit.NANOSECONDS);
        if (all) {
            gone.release(requests);
        }
        return all;
    }

    @Override
    public void close() {
        closeQuietly(door);
        connections.forEach(LoopbackServer::closeQuietly);
        // whoever still waits here finds its connection closed
        while (gate.getCount() > 0) {
            gate.countDown();
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // nothing is lost with it
        }
    }
}
