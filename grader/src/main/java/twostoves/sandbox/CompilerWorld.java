package twostoves.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import twostoves.fork.Orders;

/** The inside of a {@link CompilerProcess}: takes one {@link CompilerOrder} after the other. */
final class CompilerWorld {

    private CompilerWorld() {}

    /** What it says, a line each. */
    sealed interface Said {

        /** It turns to a file. */
        record At(String file) implements Said {}

        /** It is done. */
        record Done(CompilerReply reply) implements Said {}

        /** It cannot compile anything. */
        record Fault(String what) implements Said {}

        /** It says no more, or not in time. */
        record Nothing() implements Said {}

        default String line() {
            return switch (this) {
                case At at -> "at " + Wire.write(at);
                case Done(CompilerReply reply) -> "done " + Wire.write(reply);
                case Fault fault -> "fault " + Wire.write(fault);
                case Nothing nothing -> "";
            };
        }

        static Said of(String line) {
            String[] parts = line.split(" ", 2);
            return switch (parts[0]) {
                case "at" -> Wire.read(parts[1], At.class);
                case "done" -> new Done(Wire.read(parts[1], CompilerReply.class));
                case "fault" -> Wire.read(parts[1], Fault.class);
                default -> new Nothing();
            };
        }
    }

    /**
     * Works until standard input ends.
     *
     * @param args none
     * @throws InterruptedException never
     */
    public static void main(String[] args) throws InterruptedException {
        Orders orders = Orders.receive();
        PrintStream channel = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        Javac compiler = new Javac(file -> send(channel, new Said.At(file)));
        while (true) {
            send(channel, answer(compiler, orders.next()));
        }
    }

    private static Said answer(Javac compiler, String order) {
        try {
            return new Said.Done(compiler.compile(Wire.read(order, CompilerOrder.class)));
        } catch (RuntimeException fault) {
            return new Said.Fault(fault.toString());
        }
    }

    private static void send(PrintStream channel, Said said) {
        channel.println(said.line());
        channel.flush();
    }
}
