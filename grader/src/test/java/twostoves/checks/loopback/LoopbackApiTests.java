package twostoves.checks.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Subject;
import twostoves.grading.Subjects;
import twostoves.simulation.Run;
import twostoves.weaving.LearnerSource;

@DisplayName("The service on this machine")
class LoopbackApiTests {

    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    Path classes;

    private static Map<String, String> answers(int count) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            answers.put("/api/" + i, "größe " + i);
        }
        return answers;
    }

    private static List<Future<String>> ask(ExecutorService executor, LoopbackApi api, Iterable<String> paths) {
        List<Future<String>> requests = new ArrayList<>();
        paths.forEach(path -> requests.add(executor.submit(() -> api.get(path))));
        return requests;
    }

    private Subject<Callable<Object>> subject() {
        LearnerSource source = LearnerSource.of("Snippet implements Callable<Object>", """
                    public Object call() {
                        return "called";
                    }
                """);
        source.compileTo(classes);
        return Subjects.of(source.className(), classes);
    }

    @Test
    @DisplayName("answers one request after another, one inside at a time")
    void answers() throws Exception {
        try (LoopbackApi api = LoopbackApi.open(Script.answering(answers(3)))) {
            for (Map.Entry<String, String> due : answers(3).entrySet()) {
                assertThat(api.get(due.getKey())).isEqualTo(due.getValue());
            }
            assertThat(api.mostInside()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("answers nobody before so many requests are inside as the gate wants, and a thousand if need be")
    void gate() throws Exception {
        Map<String, String> answers = answers(1000);
        try (LoopbackApi api = LoopbackApi.open(Script.answering(answers).withGate(1000));
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> requests = ask(executor, api, answers.keySet());
            List<String> arrived = new ArrayList<>();
            for (Future<String> request : requests) {
                arrived.add(request.get());
            }
            assertThat(arrived).containsExactlyElementsOf(answers.values());
            assertThat(api.mostInside()).isEqualTo(1000);
        }
    }

    @Test
    @DisplayName("counts as inside what has not been answered yet, and no more")
    void gauge() throws Exception {
        Map<String, String> answers = answers(40);
        try (LoopbackApi api = LoopbackApi.open(Script.answering(answers).withGate(4));
                ExecutorService four = Executors.newFixedThreadPool(4)) {
            for (Future<String> request : ask(four, api, answers.keySet())) {
                request.get();
            }
            assertThat(api.mostInside()).isEqualTo(4);
        }
    }

    @Test
    @DisplayName("lets a request fail, and knows the exception")
    void failure() {
        Script script = Script.answering(answers(1)).with("/api/broken", new Script.Reply.Failure(500));
        try (LoopbackApi api = LoopbackApi.open(script)) {
            IOException broken = catchThrowableOfType(IOException.class, () -> api.get("/api/broken"));
            assertThat(broken).hasMessage("HTTP 500 from /api/broken");
            assertThat(api.failureOf("/api/broken")).containsSame(broken);
            assertThat(api.failureOf("/api/0")).isEmpty();

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> api.get("/nowhere"))
                    .withMessage("HTTP 404 from /nowhere");
        }
    }

    @Test
    @DisplayName("notices that a client goes away from a request that is never answered")
    void silence() throws Exception {
        Script script = Script.answering(Map.of())
                .with("/api/silent", new Script.Reply.Silence())
                .with("/api/broken", new Script.Reply.Failure(500))
                .withGate(2);
        try (LoopbackApi api = LoopbackApi.open(script);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> silent = ask(executor, api, List.of("/api/silent")).getFirst();
            // the gate: when this fails, the other is inside
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> api.get("/api/broken"));
            silent.cancel(true);
            api.awaitGone(1);
            assertThat(api.mostInside()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("runs the learner's code in real time")
    void run() throws Exception {
        try (LoopbackApi api = LoopbackApi.open(Script.answering(answers(1)))) {
            Run<String> run = api.run(subject(), callable -> callable.call() + ", " + api.get("/api/0"));
            assertThat(run.value()).contains("called, größe 0");
        }
    }

    @Test
    @DisplayName("accuses nobody when real time runs out, or when requests that were cancelled do not end")
    void outOfTime() throws Exception {
        Script script = Script.answering(answers(1)).withGate(2);
        try (LoopbackApi api = LoopbackApi.open(script, SHORT)) {
            Subject<Callable<Object>> subject = subject();
            assertThatExceptionOfType(NotMeasuredException.class)
                    .isThrownBy(() -> api.run(subject, callable -> api.get("/api/0")))
                    .withMessage(
                            "Your method had not returned after 200 ms of real time, in which at most 1 request was in"
                                    + " flight together.");
            assertThatExceptionOfType(NotMeasuredException.class)
                    .isThrownBy(() -> api.awaitGone(1))
                    .withMessage("After 200 ms of real time a cancelled request had not ended.");
        }
    }

    @Test
    @DisplayName("accuses nobody when a connection fails")
    void trouble() {
        LoopbackApi api = LoopbackApi.open(Script.answering(answers(1)));
        api.close();
        Subject<Callable<Object>> subject = subject();
        assertThatExceptionOfType(NotMeasuredException.class)
                .isThrownBy(() -> api.run(subject, callable -> api.get("/api/0")))
                .withMessageStartingWith("A connection to the server on this machine failed: ")
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("ends what is in flight when it is closed")
    void closed() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        LoopbackApi api = LoopbackApi.open(Script.answering(answers(2)).withGate(2));
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                api.get("/api/0");
            } catch (IOException | InterruptedException e) {
                ended.countDown();
            }
        });
        // inside by now or refused: it must end either way
        api.close();
        ended.await();
        waiting.join();
    }
}
