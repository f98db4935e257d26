package twostoves.concurrency;

import java.net.ServerSocket;
import java.util.function.UnaryOperator;
import twostoves.contract.ServeManyContract;
import twostoves.kit.Todo;

/**
 * Exercise 11: answer the lines of a thousand clients that are connected at once.
 *
 * <p>What is asked is in {@link ServeManyContract}; the page is {@code docs/exercises/serve-many.md}. Grade it with
 * {@code mvn test -Dkata=serve-many}.
 */
public final class ServeMany implements ServeManyContract {

    @Override
    public AutoCloseable serve(ServerSocket socket, UnaryOperator<String> handler) {
        throw new Todo();
    }
}
