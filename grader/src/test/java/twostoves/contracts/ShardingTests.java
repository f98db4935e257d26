package twostoves.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import twostoves.cli.Kata;

/** Everything in {@code docs/shards}, run as GitHub and Kubernetes would run it. */
@DisplayName("Grading in shards")
class ShardingTests {

    private static final Path SHARDS = Path.of(System.getProperty("kata.repository"), "docs/shards");

    /** Has the grader of these tests in the place of a jar. */
    private static final String JAVA = """
            #!/bin/sh
            shift 2
            exec "%s" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "%s" %s "$@"
            """;

    @TempDir
    Path checkout;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void makeClass() throws IOException {
        Path tools = Files.createDirectories(checkout.resolve("tools"));
        Path java = Files.writeString(
                tools.resolve("java"),
                JAVA.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        Kata.class.getName()));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        environment.put("PATH", tools + ":" + System.getenv("PATH"));
        for (String name : List.of("ada", "ben", "cleo", "a \"b\": <c>")) {
            Path file = checkout.resolve("clones")
                    .resolve(name)
                    .resolve("exercises/src/main/java/twostoves/parallelism/SplitRange.java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "does not compile");
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(SHARDS.resolve(file));
    }

    private static JsonNode parsed(String file) throws IOException {
        return NodeTool.run("yaml", List.of(text(file))).get(0);
    }

    private Processes.Result step(String job, String name, Map<String, String> variables) throws IOException {
        for (JsonNode step : parsed("class.yml").path("jobs").path(job).path("steps")) {
            if (step.path("name").asString("").equals(name)) {
                String script = step.path("run").asString();
                assertThat(script).doesNotContain("${{");
                Path file = Files.writeString(checkout.resolve("step.sh"), script);
                Map<String, String> all = new HashMap<>(environment);
                all.putAll(variables);
                return Processes.run(checkout, all, "", "bash", "-e", file.toString());
            }
        }
        throw new AssertionError("there is no step " + name);
    }

    private void move(String file, String artifact) throws IOException {
        Path directory = Files.createDirectories(checkout.resolve("merging").resolve(artifact));
        Files.move(checkout.resolve(file), directory.resolve(file));
    }

    @Test
    @DisplayName(
            "works as a matrix of GitHub Actions: each part by a job, merged by another, whatever submissions are called")
    void matrix() throws IOException {
        for (String shard : List.of("1", "2")) {
            Processes.Result result =
                    step("shard", "Grade a part", Map.of("SHARD", shard, "SHARDS", "2", "KATA_ONLY", "split-range"));
            assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
            assertThat(result.out()).matches("(?s)::stop-commands::([0-9a-f]{32})\n.*\n::\\1::\n");
            move("marks-" + shard + ".tgz", "marks-" + shard);
        }
        checkout = checkout.resolve("merging");

        Processes.Result merged = step("merge", "Merge the parts", Map.of());

        assertThat(merged.exitCode()).as(merged.out() + merged.err()).isZero();
        assertThat(checkout.resolve("marks.tgz")).isNotEmptyFile();
        assertThat(Files.readAllLines(checkout.resolve("marks/gradebook.csv"))).hasSize(5);
    }

    @Test
    @DisplayName("fails in GitHub Actions where a part is missing")
    void missing() throws IOException {
        step("shard", "Grade a part", Map.of("SHARD", "1", "SHARDS", "2", "KATA_ONLY", "split-range"));
        move("marks-1.tgz", "marks-1");
        checkout = checkout.resolve("merging");

        assertThat(step("merge", "Merge the parts", Map.of()).exitCode()).isEqualTo(2);
        assertThat(checkout.resolve("marks.tgz")).doesNotExist();
    }

    @Test
    @DisplayName(
            "has a workflow that actionlint does not object to, with pinned actions and no more than reading allowed")
    void workflow() throws IOException {
        assertThat(NodeTool.run("actionlint", Map.of(".github/workflows/class.yml", text("class.yml"))))
                .isEmpty();
        assertThat(text("class.yml").lines().filter(line -> line.contains("uses:")))
                .hasSize(10)
                .allMatch(line -> line.matches(" +- uses: actions/[a-z-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
        assertThat(parsed("class.yml").path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
    }

    private Processes.Result pod(String manifest, Map<String, String> variables) throws IOException {
        JsonNode container = parsed(manifest)
                .path("spec")
                .path("template")
                .path("spec")
                .path("containers")
                .get(0);
        Map<String, String> all = new HashMap<>(environment);
        for (JsonNode variable : container.path("env")) {
            all.put(variable.path("name").asString(), variable.path("value").asString());
        }
        all.put("CLASS", checkout.toString());
        all.putAll(variables);
        return Processes.run(
                checkout,
                all,
                "",
                "sh",
                SHARDS.resolve("shard.sh").toString(),
                container.path("args").get(0).asString());
    }

    @Test
    @DisplayName("works as an Indexed Job of Kubernetes, also when a pod is started again")
    void indexedJob() throws IOException {
        JsonNode job = parsed("grade.yml").path("spec");
        assertThat(job.path("completionMode").asString()).isEqualTo("Indexed");
        assertThat(job.path("template").at("/spec/containers/0/env/0").toString())
                .isEqualTo("{\"name\":\"SHARDS\",\"value\":\""
                        + job.path("completions").asInt() + "\"}");
        for (int index : List.of(0, 1, 2, 1, 3)) {
            Processes.Result result =
                    pod("grade.yml", Map.of("JOB_COMPLETION_INDEX", String.valueOf(index), "KATA_ONLY", "split-range"));
            assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        }

        Processes.Result merged = pod("merge.yml", Map.of());

        assertThat(merged.exitCode()).as(merged.out() + merged.err()).isZero();
        assertThat(Files.readAllLines(checkout.resolve("marks/gradebook.csv"))).hasSize(5);
    }

    @Test
    @DisplayName("fails in Kubernetes where a part is missing, or the pod is told nothing that it knows")
    void failing() throws IOException {
        pod("grade.yml", Map.of("JOB_COMPLETION_INDEX", "0", "KATA_ONLY", "split-range"));

        assertThat(pod("merge.yml", Map.of()).exitCode()).isEqualTo(2);
        assertThat(Processes.run(
                                checkout,
                                environment,
                                "",
                                "sh",
                                SHARDS.resolve("shard.sh").toString(),
                                "bake")
                        .exitCode())
                .isEqualTo(2);
    }
}
