package twostoves.simulation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * A file of a {@link SimulatedDisk}, opened for reading.
 *
 * <p>The first read waits, and no other does: so the time it takes is the same whatever the size of the reader's buffer. An
 * interrupt closes the channel, as {@link java.nio.channels.InterruptibleChannel} has it.
 */
final class DiskChannel extends FileChannel {

    private static final int TRANSFER = 8192;

    private final SimulatedDisk disk;
    private final SimulatedDisk.Opened file;
    private final Object lock = new Object();
    private long position;
    private boolean arrived;

    DiskChannel(SimulatedDisk disk, SimulatedDisk.Opened file) {
        this.disk = disk;
        this.file = file;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        synchronized (lock) {
            int count = readAt(target, position);
            position += Math.max(0, count);
            return count;
        }
    }

    @Override
    public int read(ByteBuffer target, long from) throws IOException {
        synchronized (lock) {
            return readAt(target, from);
        }
    }

    private int readAt(ByteBuffer target, long from) throws IOException {
        demandOpen();
        if (!arrived) {
            try {
                disk.awaitFirstBlock(file);
            } catch (InterruptedException e) {
                close();
                Thread.currentThread().interrupt();
                throw new ClosedByInterruptException();
            }
            arrived = true;
            if (!isOpen()) {
                throw new AsynchronousCloseException();
            }
        }
        return disk.read(file, from, target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        long total = 0;
        for (int i = offset; i < offset + length; i++) {
            while (targets[i].hasRemaining()) {
                int count = read(targets[i]);
                if (count < 0) {
                    return total == 0 ? -1 : total;
                }
                total += count;
            }
        }
        return total;
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(count, TRANSFER));
        int read = read(block, from);
        return read < 0 ? 0 : target.write(block.flip());
    }

    @Override
    public long position() throws IOException {
        synchronized (lock) {
            demandOpen();
            return position;
        }
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        synchronized (lock) {
            demandOpen();
            position = newPosition;
            return this;
        }
    }

    @Override
    public long size() throws IOException {
        demandOpen();
        return file.stored().size();
    }

    private void demandOpen() throws ClosedChannelException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }

    @Override
    protected void implCloseChannel() {
        disk.closed(file);
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer source, long at) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long at, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public void force(boolean metaData) {
        // nothing is ever written
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long at, long size) {
        throw new UnsupportedOperationException("this disk knows no memory mapping");
    }

    @Override
    public FileLock lock(long at, long size, boolean shared) {
        throw new UnsupportedOperationException("this disk knows no locks");
    }

    @Override
    public FileLock tryLock(long at, long size, boolean shared) {
        throw new UnsupportedOperationException("this disk knows no locks");
    }
}
