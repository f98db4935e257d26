package twostoves.checks.choosing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import twostoves.checks.Endings;
import twostoves.checks.loopback.LoopbackApi;
import twostoves.checks.loopback.Script;
import twostoves.contract.ThumbnailServiceContract;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Subject;
import twostoves.kit.Image;
import twostoves.kit.RemoteApi;
import twostoves.simulation.Run;

/**
 * Real pictures from a real server. The server answers nobody before all connections are in use, and nobody comes back from
 * shrinking before one more picture has been asked for: so both went on at once, whatever the time it took.
 */
final class RealThumbnails {

    private static final long PATIENCE_SECONDS = 20;

    private final Subject<ThumbnailServiceContract> subject;
    private final RealPictures pictures;
    private final int connections;
    private final int workers;
    private final Set<Thread> fetching = ConcurrentHashMap.newKeySet();
    private final Set<Thread> shrinking = ConcurrentHashMap.newKeySet();
    private final CountDownLatch oneMoreThanConnections;
    private final AtomicBoolean gaveUp = new AtomicBoolean();

    RealThumbnails(Subject<ThumbnailServiceContract> subject, RealPictures pictures, int connections, int workers) {
        this.subject = subject;
        this.pictures = pictures;
        this.connections = connections;
        this.workers = workers;
        this.oneMoreThanConnections = new CountDownLatch(connections + 1);
    }

    void demand() throws InterruptedException {
        List<String> paths = List.copyOf(pictures.files().keySet());
        Script script = Script.answering(pictures.files()).withGate(connections);
        try (LoopbackApi api = LoopbackApi.open(script)) {
            Run<List<Image>> run = api.run(
                    subject,
                    learners -> learners.thumbnails(paths, watched(api), watchedShrink(), connections, workers));
            if (gaveUp.get()) {
                throw new NotMeasuredException("After " + PATIENCE_SECONDS
                        + " s of real time no further picture had been asked for while one was being shrunk.");
            }
            List<Image> thumbnails =
                    Endings.valueOf(run, subject.exercise(), paths.size() + " pictures from a real server");
            if (!thumbnails.equals(List.copyOf(pictures.thumbnails().values()))) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "What you return for " + paths.size()
                                + " PNG files from a real server is not their thumbnails.");
            }
            demandLimits(api.mostInside());
        }
    }

    private RemoteApi watched(RemoteApi api) {
        return path -> {
            fetching.add(Thread.currentThread());
            oneMoreThanConnections.countDown();
            return api.get(path);
        };
    }

    private Function<String, Image> watchedShrink() {
        return file -> {
            shrinking.add(Thread.currentThread());
            awaitOneMore();
            return RealPictures.shrink(file);
        };
    }

    private void awaitOneMore() {
        try {
            if (!oneMoreThanConnections.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                gaveUp.set(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void demandLimits(int most) {
        if (most > connections) {
            throw CheckFailure.measured(
                    Diagnosis.TOO_MANY_IN_FLIGHT,
                    "A real server had " + most + " of your requests inside at the same time, and there are "
                            + connections + " connections.");
        }
        Set<Thread> both = new HashSet<>(shrinking);
        both.retainAll(fetching);
        if (!both.isEmpty()) {
            throw CheckFailure.measured(
                    Diagnosis.ONE_POOL_FOR_BOTH,
                    "With a real server " + both.size() + (both.size() == 1 ? " thread has" : " threads have")
                            + " both fetched and shrunk pictures.");
        }
        if (shrinking.size() > workers) {
            throw CheckFailure.measured(
                    Diagnosis.WRONG_THREAD_COUNT,
                    "With a real server " + shrinking.size() + " threads have shrunk pictures, and there are to be "
                            + workers + " workers.");
        }
    }
}
