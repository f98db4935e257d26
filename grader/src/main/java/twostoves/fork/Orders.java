package twostoves.fork;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What a child process is told by the process that started it, line by line on standard input.
 *
 * <p>When standard input ends, because the parent is done or because it is gone, the child ends at once: so none outlives
 * its parent.
 */
public final class Orders {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Orders() {}

    /** Begins to listen. From now on {@link System#in} is empty. */
    public static Orders receive() {
        Orders orders = new Orders();
        InputStream input = System.in;
        System.setIn(InputStream.nullInputStream());
        Thread.ofPlatform().daemon().name("kata-orders").start(() -> orders.receive(input));
        return orders;
    }

    private void receive(InputStream input) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | RuntimeException e) {
            // as good as the end
        }
        // not exit: a shutdown hook of the submission might never end
        Runtime.getRuntime().halt(0);
    }

    /**
     * Waits for the next line.
     *
     * @return the line
     * @throws InterruptedException if the calling thread is interrupted
     */
    public String next() throws InterruptedException {
        return lines.take();
    }
}
