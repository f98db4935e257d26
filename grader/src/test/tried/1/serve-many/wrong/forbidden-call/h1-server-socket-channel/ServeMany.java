// Mistake: a channel of its own on the same port, in place of the socket that was given.
package twostoves.concurrency;

import java.io.*;
import java.nio.*;
import java.nio.channels.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.net.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import twostoves.contract.ServeManyContract;
import twostoves.kit.*;

public final class ServeMany implements ServeManyContract {
    @Override
    public AutoCloseable serve(ServerSocket socket, UnaryOperator<String> handler) {
        Objects.requireNonNull(socket); Objects.requireNonNull(handler);

        try {
            var channel = ServerSocketChannel.open();
            channel.bind(socket.getLocalSocketAddress());
            return channel;
        } catch (IOException e) { throw new UncheckedIOException(e); }
    }

}
