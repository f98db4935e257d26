package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A guard")
@EnabledOnOs(
        value = {OS.LINUX, OS.MAC},
        disabledReason = "its workers are shells")
class GuardTests {

    @TempDir
    Path scratch;

    private Process worker;

    private Guard guardOf(String script) throws IOException {
        worker = new ProcessBuilder("sh", "-c", script).start();
        return new Guard(worker.toHandle(), scratch);
    }

    @AfterEach
    void endAll() {
        worker.descendants().forEach(ProcessHandle::destroyForcibly);
        worker.destroyForcibly();
    }

    @Test
    @DisplayName("finds nothing wrong with a worker that keeps its limits")
    void content() throws IOException {
        assertThat(guardOf("read line").excess()).isEmpty();
    }

    @Test
    @DisplayName("sees that a worker started processes")
    void processes() throws IOException {
        Guard guard = guardOf("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do sleep 1000 & done; wait");

        await().untilAsserted(() -> assertThat(guard.excess()).contains("Your code started other processes."));
    }

    @Test
    @DisplayName("sees that a worker wrote more than 64 MB")
    void files() throws IOException {
        Guard guard = guardOf("read line");
        try (RandomAccessFile file = new RandomAccessFile(scratch.resolve("big").toFile(), "rw")) {
            file.setLength(Confinement.SCRATCH_BYTES + 1);
        }

        assertThat(guard.excess()).contains("Your code wrote more than 64 MB into files.");
    }

    @Test
    @DisplayName("ends the worker, and also what outlives it")
    void ends() throws IOException {
        Guard guard = guardOf("sleep 1000 & sleep 1000 & wait");
        await().until(() -> worker.descendants().count() == 2);
        List<ProcessHandle> family = worker.descendants().toList();
        guard.excess();

        guard.end();

        await().untilAsserted(() -> {
            assertThat(worker.isAlive()).isFalse();
            assertThat(family).noneMatch(ProcessHandle::isAlive);
        });
    }
}
