package twostoves.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import twostoves.grading.Diagnosis;
import twostoves.report.Format;
import twostoves.report.JsonReport;
import twostoves.report.Report;
import twostoves.sandbox.Submission;

@DisplayName("Marking a class")
class ClassMarkingTests {

    @TempDir
    Path temporary;

    private Path folder;
    private Path out;
    private final Queue<String> graded = new ConcurrentLinkedQueue<>();
    private final Set<Long> seeds = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void makeClass() throws IOException {
        folder = temporary.resolve("class");
        out = temporary.resolve("out");
        Fakes.submission(folder, "ada", "right");
        Fakes.submission(folder, "ben", "sequential");
        Fakes.submission(folder, "cleo", "right");
    }

    /** Judges a submission by the text of its file. */
    private Report examine(String name, Submission submission, long seed) {
        graded.add(name);
        seeds.add(seed);
        return switch (text(submission)) {
            case "right" -> Fakes.report(name, Map.of());
            case "sequential" -> Fakes.report(name, Map.of(Fakes.FETCH_ALL, Diagnosis.SEQUENTIAL));
            case "grader fails" -> throw new IllegalStateException("full disk");
            case "compiler fails" -> throw new StackOverflowError();
            case "check fails" ->
                Fakes.report(name, List.of(Fakes.error(Fakes.FETCH_ALL), Fakes.solved(Fakes.SPLIT_RANGE)));
            default -> throw new AssertionError();
        };
    }

    private static String text(Submission submission) {
        try {
            return Files.readString(submission.sources().getFirst());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ClassMarking marking() {
        return marking(Fakes.GRADER, this::examine, 2);
    }

    private static ClassMarking marking(GraderIdentity grader, Examiner examiner, int jobs) {
        return new ClassMarking(
                Fakes.assignment(), grader, examiner, EnumSet.of(Format.JSON, Format.JUNIT), jobs, line -> {});
    }

    private Summary mark(boolean resume) throws Exception {
        return mark(marking(), resume);
    }

    private Summary mark(ClassMarking marking, boolean resume) throws Exception {
        graded.clear();
        return marking.grade(ClassFolder.in(folder, out), Shard.WHOLE, 4711, out, resume);
    }

    private String gradebook() throws IOException {
        return Files.readString(out.resolve("gradebook.csv"));
    }

    @Test
    @DisplayName("grades every submission, and writes a gradebook and a report on each")
    void everySubmission() throws Exception {
        Summary summary = mark(false);

        assertThat(graded).containsExactlyInAnyOrder("ada", "ben", "cleo");
        assertThat(gradebook().replace("\r\n", "\n")).isEqualTo("""
                "submission","outcome","score","max_score","percent","note","fetch-all","fetch-all status","fetch-all diagnosis",\
                "split-range","split-range status","split-range diagnosis"
                "ada","graded",20,20,100,,10,"solved",,10,"solved",
                "ben","graded",14,20,70,,4,"failed","sequential",10,"solved",
                "cleo","graded",20,20,100,,10,"solved",,10,"solved",
                """);
        assertThat(JsonReport.read(out.resolve("reports/ben/report.json")).score())
                .isEqualTo(14);
        assertThat(out.resolve("reports/ben/TEST-kata.xml")).exists();
        assertThat(out.resolve("canvas.csv")).exists();
        assertThat(out.resolve("moodle.csv")).exists();
        assertThat(out.resolve("class.html")).exists();
        assertThat(summary.lines())
                .containsExactly(
                        "3 submissions · 2 solved everything · 90 % of the points on average",
                        "Most frequent: sequential (1).");
        assertThat(summary.faults()).isZero();
        assertThat(summary.allSolved()).isFalse();
    }

    @Test
    @DisplayName("goes on after a submission that cannot be graded, and says why in the gradebook")
    void brokenOnes() throws Exception {
        Fakes.submission(folder, "amy", "grader fails");
        Fakes.submission(folder, "bob", "compiler fails");
        Fakes.submission(folder, "cat", "check fails");
        Files.createDirectories(folder.resolve("dan"));
        Files.createSymbolicLink(folder.resolve("eve"), folder.resolve("ada"));

        Summary summary = mark(false);

        assertThat(gradebook().replace("\r\n", "\n")).isEqualTo("""
                "submission","outcome","score","max_score","percent","note","fetch-all","fetch-all status","fetch-all diagnosis",\
                "split-range","split-range status","split-range diagnosis"
                "ada","graded",20,20,100,,10,"solved",,10,"solved",
                "amy","fault",,20,,"The grader failed: java.lang.IllegalStateException: full disk",,,,,,
                "ben","graded",14,20,70,,4,"failed","sequential",10,"solved",
                "bob","fault",,20,,"The grader failed: java.lang.StackOverflowError",,,,,,
                "cat","graded",20,20,100,,10,"error",,10,"solved",
                "cleo","graded",20,20,100,,10,"solved",,10,"solved",
                "dan","refused",0,20,0,"Nothing to grade in dan: no Java sources in src/main/java/twostoves/\
                {concurrency,parallelism,sharing,choosing}, there or in its directory exercises.",,,,,,
                "eve","refused",0,20,0,"eve is a symbolic link, and links are not graded.",,,,,,
                """);
        assertThat(summary.lines())
                .containsExactly(
                        "8 submissions · 2 solved everything · 62 % of the points on average",
                        "Most frequent: sequential (1).",
                        "2 submissions held nothing to grade: see the notes in gradebook.csv.",
                        "The grader failed in 3 submissions, which costs nobody points: run it again with --resume,"
                                + " and please report it.");
        assertThat(summary.faults()).isEqualTo(3);
    }

    @Test
    @Timeout(60)
    @DisplayName("grades as many submissions side by side as it is told")
    void sideBySide() throws Exception {
        CountDownLatch bothInside = new CountDownLatch(2);
        Examiner gate = (name, submission, seed) -> {
            bothInside.countDown();
            bothInside.await();
            return Fakes.report(name, Map.of());
        };

        assertThat(mark(marking(Fakes.GRADER, gate, 2), false).allSolved()).isTrue();
    }

    @Test
    @DisplayName("gives the whole class the same seed")
    void oneSeed() throws Exception {
        mark(false);

        assertThat(seeds).containsExactly(4711L);
    }

    @Test
    @DisplayName("grades only its own shard")
    void shard() throws Exception {
        marking().grade(ClassFolder.in(folder, out), new Shard(2, 2), 4711, out, false);

        assertThat(graded).isNotEmpty().allMatch(new Shard(2, 2)::holds).hasSizeLessThan(3);
    }

    @Nested
    @DisplayName("where results are already")
    class Again {

        @Test
        @DisplayName("overwrites none without being asked")
        void refused() throws Exception {
            mark(false);
            String before = gradebook();

            assertThatExceptionOfType(ClassException.class)
                    .isThrownBy(() -> mark(false))
                    .withMessage(out + " holds results already. To go on with them, add --resume; to begin anew, choose"
                            + " another directory with --out.");
            assertThat(graded).isEmpty();
            assertThat(gradebook()).isEqualTo(before);
        }

        @Test
        @DisplayName("keeps out of a directory that holds something else")
        void somethingElse() throws Exception {
            Files.createDirectories(out);
            Files.writeString(out.resolve("gradebook.csv"), "last year's");

            for (boolean resume : List.of(true, false)) {
                assertThatExceptionOfType(ClassException.class)
                        .isThrownBy(() -> mark(resume))
                        .withMessage(out + " is not empty, and holds no results of \"kata class\". Choose a new"
                                + " directory with --out.");
            }
            assertThat(gradebook()).isEqualTo("last year's");
        }

        @Test
        @DisplayName("grades nothing twice that was finished, and gives the same gradebook")
        void nothingTwice() throws Exception {
            mark(false);
            String whole = gradebook();
            Files.delete(out.resolve("results/ben.json"));
            Files.delete(out.resolve("gradebook.csv"));

            mark(true);

            assertThat(graded).containsExactly("ben");
            assertThat(gradebook()).isEqualTo(whole);
        }

        @Test
        @DisplayName("begins where nothing is there yet")
        void nothingThere() throws Exception {
            mark(true);

            assertThat(graded).hasSize(3);
        }

        @Test
        @DisplayName("grades again what has changed, and what came since")
        void changed() throws Exception {
            mark(false);
            Fakes.submission(folder, "ben", "right");
            Fakes.submission(folder, "dan", "right");

            Summary summary = mark(true);

            assertThat(graded).containsExactlyInAnyOrder("ben", "dan");
            assertThat(summary.allSolved()).isTrue();
        }

        @Test
        @DisplayName("grades all again with another grader")
        void otherGrader() throws Exception {
            mark(false);

            mark(marking(new GraderIdentity("1", "fedcba9876543210"), ClassMarkingTests.this::examine, 2), true);

            assertThat(graded).containsExactlyInAnyOrder("ada", "ben", "cleo");
        }

        @Test
        @DisplayName("grades again where the grader had failed")
        void faults() throws Exception {
            Fakes.submission(folder, "amy", "grader fails");
            Fakes.submission(folder, "cat", "check fails");
            mark(false);

            mark(true);

            assertThat(graded).containsExactlyInAnyOrder("amy", "cat");
        }

        @Test
        @DisplayName("grades again what cannot be read")
        void garbled() throws Exception {
            mark(false);
            Files.writeString(out.resolve("results/ada.json"), "{");

            mark(true);

            assertThat(graded).containsExactly("ada");
        }

        @Test
        @DisplayName("clears away what a killed run had not put in its place")
        void scraps() throws Exception {
            mark(false);
            Path scrap = out.resolve("results/.6f1c2ad0-5c7b-4f53-9a0e-0b1e6f0f7c11");
            Files.writeString(scrap, "{");

            mark(true);

            assertThat(scrap).doesNotExist();
        }

        @Test
        @DisplayName("goes on with the seed that it began with")
        void sameSeed() throws Exception {
            mark(false);
            Fakes.submission(folder, "ben", "right");

            marking().grade(ClassFolder.in(folder, out), Shard.WHOLE, 12, out, true);

            assertThat(seeds).containsExactly(4711L);
        }

        @Test
        @DisplayName("refuses to mix shards")
        void otherShard() throws Exception {
            mark(false);

            assertThatExceptionOfType(ClassException.class)
                    .isThrownBy(() -> marking().grade(ClassFolder.in(folder, out), new Shard(1, 2), 4711, out, true))
                    .withMessage(out + " holds shard 1/1, and you asked for 1/2. Give each shard a directory of its own"
                            + " with --out.");
        }

        @Test
        @DisplayName("keeps out while another run is at work there")
        void atTheSameTime() throws Exception {
            try (ResultStore other = ResultStore.open(out)) {
                assertThatExceptionOfType(ClassException.class)
                        .isThrownBy(() -> mark(true))
                        .withMessage("Another run is writing into " + other.directory()
                                + ". Wait for it, or choose another directory with --out.");
            }
        }
    }
}
