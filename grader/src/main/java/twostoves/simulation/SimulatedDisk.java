package twostoves.simulation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import twostoves.evidence.Span;

/**
 * A read-only disk whose latency is virtual, for code that uses {@link java.nio.file.Files}.
 *
 * <p>The first read from an opened file takes the latency of that file, and no other operation takes any. So the time for a
 * file does not depend on how it is read, a line or a block at a time. The disk reads any number of files at once.
 */
public final class SimulatedDisk {

    /**
     * What lies under one path.
     *
     * @param latency how long the first read takes
     * @param block the bytes; not copied, and not to be changed
     * @param copies how often they follow one another: what is in a large file need not be held at once
     * @param failure what opening or reading throws; empty if the file is sound
     * @param failsAt the position at which reading fails; empty if opening fails already
     */
    public record StoredFile(
            Duration latency, byte[] block, int copies, Optional<IOException> failure, OptionalLong failsAt) {

        /**
         * Makes a sound file.
         *
         * @param latency how long the first read takes
         * @param text what is in it, in UTF-8
         * @return the file
         */
        public static StoredFile of(Duration latency, String text) {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            return new StoredFile(latency, content, 1, Optional.empty(), OptionalLong.empty());
        }

        /**
         * Makes a larger file.
         *
         * @param times how often what is in this one is to follow itself; at least 1
         * @return a file like this one, longer
         */
        public StoredFile repeated(int times) {
            return new StoredFile(latency, block, copies * times, failure, failsAt);
        }

        /**
         * Tells how long the file is.
         *
         * @return its size, in bytes
         */
        public long size() {
            return (long) block.length * copies;
        }

        /**
         * Lets reading fail.
         *
         * @param problem what is thrown
         * @param at the position from which on nothing can be read; 0 for the first read, after its latency
         * @return this file, broken
         */
        public StoredFile failing(IOException problem, long at) {
            return new StoredFile(latency, block, copies, Optional.of(problem), OptionalLong.of(at));
        }

        /**
         * Makes a path under which there is nothing.
         *
         * @param path the path, for the message
         * @return what cannot be opened, and has no latency
         */
        public static StoredFile missing(String path) {
            return new StoredFile(
                    Duration.ZERO, new byte[0], 1, Optional.of(new NoSuchFileException(path)), OptionalLong.empty());
        }
    }

    /** One opening of a file. */
    record Opened(Path path, long number, StoredFile stored) {}

    /** Something to be done when a reader gets that far. */
    private record Tripwire(long position, Runnable action) {}

    private final Simulation simulation;
    private final DiskFileSystem system = new DiskFileSystem(this);
    private final Map<Path, StoredFile> files = new LinkedHashMap<>();
    private final Map<Path, Long> numbers = new LinkedHashMap<>();
    private final List<Opened> open = new ArrayList<>();
    private final Queue<Tripwire> tripwires = new ConcurrentLinkedQueue<>();
    private final AtomicLong largestRequest = new AtomicLong();

    /**
     * Creates a disk.
     *
     * @param simulation the world it belongs to
     * @param files what lies under each absolute path, such as {@code /menus/monday.txt}; files are numbered in this order
     */
    public SimulatedDisk(Simulation simulation, Map<String, StoredFile> files) {
        this.simulation = simulation;
        files.forEach((name, file) -> {
            Path path = system.getPath(name);
            numbers.put(path, (long) numbers.size());
            this.files.put(path, file);
        });
    }

    /**
     * Lists the files, the broken and the missing ones too.
     *
     * @return their paths, in the order in which they were given
     */
    public List<Path> paths() {
        return List.copyOf(files.keySet());
    }

    /**
     * Lists what has been opened and not yet closed.
     *
     * @return the path of each open channel, in the order of opening
     */
    public List<Path> openNow() {
        synchronized (open) {
            return open.stream().map(Opened::path).toList();
        }
    }

    /**
     * Has something done before a reader is given what lies at a position.
     *
     * @param position where, in whatever file is read that far first
     * @param action what to do, once, on the reader's thread
     */
    public void whenRead(long position, Runnable action) {
        tripwires.add(new Tripwire(position, action));
    }

    private StoredFile find(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        StoredFile file = files.get(absolute);
        if (file == null) {
            throw new NoSuchFileException(path.toString());
        }
        if (file.failure().isPresent() && file.failsAt().isEmpty()) {
            throw file.failure().get();
        }
        return file;
    }

    long sizeOf(Path path) throws IOException {
        return find(path).size();
    }

    DiskChannel open(Path path) throws IOException {
        StoredFile file = find(path);
        Path absolute = path.toAbsolutePath().normalize();
        Opened opened = new Opened(absolute, numbers.get(absolute), file);
        synchronized (open) {
            open.add(opened);
        }
        return new DiskChannel(this, opened);
    }

    void closed(Opened file) {
        synchronized (open) {
            open.removeIf(other -> other == file);
        }
    }

    void awaitFirstBlock(Opened file) throws InterruptedException {
        boolean fails = file.stored().failsAt().equals(OptionalLong.of(0));
        simulation.awaitAnswer(
                file.path().getFileName().toString(),
                file.number(),
                file.stored().latency(),
                fails ? Span.Ending.FAILED : Span.Ending.COMPLETED);
    }

    /**
     * Tells how much was asked for at once.
     *
     * @return the room in the largest buffer that anything was read into, in bytes
     */
    public long largestRequest() {
        return largestRequest.get();
    }

    /** Copies what lies at a position; -1 at the end. */
    int read(Opened file, long position, ByteBuffer target) throws IOException {
        StoredFile stored = file.stored();
        long end = stored.failsAt().orElse(stored.size());
        if (position >= end) {
            if (stored.failure().isPresent()) {
                throw stored.failure().get();
            }
            return -1;
        }
        largestRequest.accumulateAndGet(target.remaining(), Math::max);
        int count = (int) Math.min(target.remaining(), end - position);
        for (Tripwire wire : tripwires) {
            if (position + count > wire.position() && tripwires.remove(wire)) {
                wire.action().run();
            }
        }
        for (int done = 0; done < count; ) {
            int from = (int) ((position + done) % stored.block().length);
            int length = Math.min(count - done, stored.block().length - from);
            target.put(stored.block(), from, length);
            done += length;
        }
        return count;
    }
}
