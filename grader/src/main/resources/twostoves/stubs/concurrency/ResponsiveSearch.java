package twostoves.concurrency;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import twostoves.contract.ResponsiveSearchContract;
import twostoves.kit.RemoteApi;
import twostoves.kit.SearchBox;
import twostoves.kit.Todo;

/**
 * Exercise 10: search while somebody types, and never freeze the window.
 *
 * <p>What is asked is in {@link ResponsiveSearchContract}; the page is {@code docs/exercises/responsive-search.md}. Grade it
 * with {@code mvn test -Dkata=responsive-search}.
 */
public final class ResponsiveSearch implements ResponsiveSearchContract {

    @Override
    public SearchBox open(RemoteApi api, Executor ui, Consumer<String> show) {
        throw new Todo();
    }
}
