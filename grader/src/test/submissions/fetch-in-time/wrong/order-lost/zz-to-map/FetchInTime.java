// Mistake: toMap without a LinkedHashMap
package twostoves.concurrency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import twostoves.contract.FetchInTimeContract;
import twostoves.kit.RemoteApi;

public final class FetchInTime implements FetchInTimeContract {

@Override
public Map<String, String> fetchWithin(List<String> paths, RemoteApi api, Duration deadline) throws InterruptedException {
Objects.requireNonNull(paths); Objects.requireNonNull(api);
if (!deadline.isPositive()) { throw new IllegalArgumentException("the deadline must be positive"); }

var answers = new ConcurrentHashMap<String, String>();
try (var executor = Executors.newVirtualThreadPerTaskExecutor()) { executor.invokeAll(paths.stream().<Callable<String>>map(p -> () -> answers.put(p, api.get(p))).toList(), deadline.toNanos(), TimeUnit.NANOSECONDS); }
return paths.stream().filter(answers::containsKey).collect(Collectors.toMap(Function.identity(), answers::get));
}

}
