// Mistake: a SubmissionPublisher without an executor delivers on the common pool, and its subscribers make the requests.
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
import twostoves.contract.FetchAllContract;
import twostoves.kit.*;

public final class FetchAll implements FetchAllContract {
    @Override
    public List<String> fetchAll(List<String> paths, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(paths); Objects.requireNonNull(api);

        Object[] outcomes = new Object[paths.size()];
        var ended = new CountDownLatch(paths.size());
        List<SubmissionPublisher<Integer>> publishers = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            var publisher = new SubmissionPublisher<Integer>();
            publisher.consume(index -> {
                try { outcomes[index] = api.get(paths.get(index)); } catch (Throwable e) { outcomes[index] = e; } finally { ended.countDown(); }
            });
            publishers.add(publisher);
            publisher.submit(i);
        }
        ended.await();
        publishers.forEach(SubmissionPublisher::close);
        List<String> answers = new ArrayList<>();
        for (Object o : outcomes) if (o instanceof Throwable t) throw original(t); else answers.add((String) o);
        return answers;
    }

    private static RuntimeException original(Throwable t) throws IOException, InterruptedException {
        return switch (t) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(t);
        };
    }

}
