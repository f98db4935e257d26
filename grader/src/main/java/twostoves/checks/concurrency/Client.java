package twostoves.checks.concurrency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A client of a server on this computer. It never blocks, so one thread can play any number of them. */
final class Client implements AutoCloseable {

    private static final int SMALL_BUFFER = 4096;

    /** Longer than any answer that is read; what goes on beyond it may have no end. */
    private static final int ENOUGH = 1_000_000;

    private final SocketChannel channel;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ByteBuffer buffer = ByteBuffer.allocate(4096);
    private ByteBuffer unsent = ByteBuffer.allocate(0);
    private boolean ended;

    private Client(SocketChannel channel) {
        this.channel = channel;
    }

    /** Connects; a client that is turned away is one whose connection has ended. */
    static Client connect(int port) throws IOException {
        return new Client(SocketChannel.open()).to(port);
    }

    /** The same, for one that is not going to read: as little as possible waits for it on its side. */
    static Client connectWithSmallBuffer(int port) throws IOException {
        Client client = new Client(SocketChannel.open());
        client.channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
        return client.to(port);
    }

    private Client to(int port) throws IOException {
        try {
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        } catch (ConnectException e) {
            ended = true;
        }
        return this;
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends; what the buffers of the sockets do not hold yet goes when the client looks for answers. */
    void send(byte[] bytes) {
        ByteBuffer all = ByteBuffer.allocate(unsent.remaining() + bytes.length);
        unsent = all.put(unsent).put(bytes).flip();
        sendMore();
    }

    private void sendMore() {
        try {
            while (unsent.hasRemaining() && !ended && channel.write(unsent) > 0) {}
        } catch (IOException e) {
            ended = true; // the server has closed the connection
        }
    }

    /** Closes this client's side; the answers can still come. */
    void finish() throws IOException {
        if (!ended) {
            channel.shutdownOutput();
        }
    }

    /** Breaks the connection off, so that the server's next read fails. */
    void reset() throws IOException {
        if (channel.isOpen()) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
    }

    private void receive() {
        sendMore();
        try {
            while (!ended && received.size() < ENOUGH) {
                buffer.clear();
                int count = channel.read(buffer);
                ended = count < 0;
                if (count <= 0) {
                    return;
                }
                received.write(buffer.array(), 0, count);
            }
        } catch (IOException e) {
            ended = true;
        }
    }

    /** Tells what has come and has not been taken. */
    String received() {
        receive();
        return received.toString(StandardCharsets.UTF_8);
    }

    /** Counts the bytes that have come and have not been taken. */
    int countReceived() {
        receive();
        return received.size();
    }

    /** Tells whether an answer is there, or cannot come any more. */
    boolean hasLineOrEnd() {
        receive();
        return hasLine() || ended;
    }

    private boolean hasLine() {
        return received.size() > 0 && received().indexOf('\n') >= 0;
    }

    /** Takes the next line that has come, without its end. */
    Optional<String> nextLine() {
        String text = received();
        int end = text.indexOf('\n');
        if (end < 0) {
            return Optional.empty();
        }
        received.reset();
        received.writeBytes(text.substring(end + 1).getBytes(StandardCharsets.UTF_8));
        return Optional.of(text.substring(0, end));
    }

    /** Tells whether the server has closed the connection, in whatever way. */
    boolean isEnded() {
        receive();
        return ended;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
