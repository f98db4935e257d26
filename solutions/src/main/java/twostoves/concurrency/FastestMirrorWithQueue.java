package twostoves.concurrency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import twostoves.contract.FastestMirrorContract;
import twostoves.kit.RemoteApi;

/**
 * Exercise 7 with bare threads that put their outcomes into a queue, from which the caller takes them.
 *
 * <p>Worth writing once: it is what a completion service is made of. A sealed type says what can come out of a request,
 * and {@code switch} makes sure that no case is forgotten.
 */
public final class FastestMirrorWithQueue implements FastestMirrorContract {

    private sealed interface Outcome {}

    private record Success(String answer) implements Outcome {}

    private record Failure(Exception reason) implements Outcome {}

    @Override
    public String fetchFastest(List<String> mirrors, RemoteApi api) throws IOException, InterruptedException {
        Objects.requireNonNull(api);
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("there must be a mirror to ask");
        }

        var outcomes = new LinkedBlockingQueue<Outcome>();
        var threads = new ArrayList<Thread>();
        for (String mirror : mirrors) {
            threads.add(Thread.ofVirtual().start(() -> outcomes.add(outcome(mirror, api))));
        }
        try {
            return firstSuccess(outcomes, mirrors.size());
        } finally {
            threads.forEach(Thread::interrupt);
            joinAll(threads);
        }
    }

    private static Outcome outcome(String mirror, RemoteApi api) {
        try {
            return new Success(api.get(mirror));
        } catch (Exception e) {
            return new Failure(e);
        }
    }

    private static String firstSuccess(BlockingQueue<Outcome> outcomes, int count)
            throws IOException, InterruptedException {
        var noneAnswered = new IOException("none of " + count + " mirrors has answered");
        for (int i = 0; i < count; i++) {
            switch (outcomes.take()) {
                case Success success -> {
                    return success.answer();
                }
                case Failure failure -> noneAnswered.addSuppressed(failure.reason());
            }
        }
        throw noneAnswered;
    }

    /** They have been interrupted, so this takes no time; an interrupt that comes meanwhile is kept for the caller. */
    private static void joinAll(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
