package twostoves.checks.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.kit.Approach;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;

@DisplayName("A wrong choice")
class WrongChoiceTests {

    private static CheckFailure explain(Question question, Approach chosen) {
        Comparison comparison = Comparison.of(question);
        // whoever is asked about another machine answers right
        return new WrongChoice(comparison, chosen)
                .explain(other -> Comparison.of(other).right());
    }

    private static Diagnosis nameOf(Situation situation, Approach chosen) {
        return explain(situation.question(), chosen).diagnosis();
    }

    private static Diagnosis alwaysThe(Approach same, Situation situation) {
        return new WrongChoice(situation.comparison(), same)
                .explain(other -> same)
                .diagnosis();
    }

    @Test
    @DisplayName("is answered with what each approach takes")
    void message() {
        Workload work = new Workload(3, Duration.ofSeconds(3), Duration.ofMillis(1), Dependence.NONE);
        CheckFailure failure = explain(new Question("Slow replies", work, 4), Approach.PARALLEL);
        assertThat(failure.diagnosis()).isEqualTo(Diagnosis.PARALLEL_FOR_WAITING);
        assertThat(failure).hasMessage("""
                        Slow replies: 3 tasks, each waiting 3 s and computing 1 ms, on 4 cores. You chose PARALLEL, which \
                        takes 3.0013 s on 4 threads. CONCURRENT takes 3.003003 s, hardly longer, on 1 thread and 3 virtual.
                                          makespan   threads
                          sequential       9.003 s   1 thread
                          concurrent    3.003003 s   1 thread and 3 virtual     to be chosen
                          parallel        3.0013 s   4 threads                  yours
                          both          3.001303 s   4 threads and 3 virtual""");
        assertThat(failure.picture().orElseThrow().caption())
                .isEqualTo(
                        "Slow replies: sequential 9.003 s, concurrent 3.003003 s, parallel 3.0013 s, both 3.001303 s");
    }

    @Test
    @DisplayName("is named after what was taken for what")
    void names() {
        assertThat(nameOf(Situation.REPLIES, Approach.SEQUENTIAL)).isEqualTo(Diagnosis.SEQUENTIAL);
        assertThat(nameOf(Situation.REPLIES, Approach.BOTH)).isEqualTo(Diagnosis.MORE_THREADS_THAN_NEEDED);
        assertThat(nameOf(Situation.VIDEO, Approach.CONCURRENT)).isEqualTo(Diagnosis.CONCURRENT_FOR_COMPUTING);
        assertThat(nameOf(Situation.THUMBNAILS, Approach.CONCURRENT)).isEqualTo(Diagnosis.CONCURRENT_FOR_COMPUTING);
        assertThat(nameOf(Situation.THUMBNAILS, Approach.PARALLEL)).isEqualTo(Diagnosis.PARALLEL_FOR_WAITING);
        assertThat(nameOf(Situation.RECIPE, Approach.CONCURRENT)).isEqualTo(Diagnosis.DEPENDENCE_IGNORED);
        assertThat(nameOf(Situation.FEW_ADDITIONS, Approach.PARALLEL)).isEqualTo(Diagnosis.THREADS_FOR_LITTLE_WORK);
        assertThat(nameOf(Situation.ONE_REQUEST, Approach.CONCURRENT)).isEqualTo(Diagnosis.THREADS_FOR_LITTLE_WORK);
        assertThat(nameOf(Situation.ONE_CORE, Approach.CONCURRENT)).isEqualTo(Diagnosis.CONCURRENT_FOR_COMPUTING);
    }

    @Test
    @DisplayName("is put down to the cores where workers are to share one, or where all machines are treated alike")
    void cores() {
        assertThat(nameOf(Situation.ONE_CORE, Approach.PARALLEL)).isEqualTo(Diagnosis.CORES_IGNORED);
        assertThat(nameOf(Situation.FEW_CORES, Approach.BOTH)).isEqualTo(Diagnosis.CORES_IGNORED);
        assertThat(nameOf(Situation.MANY_CORES, Approach.SEQUENTIAL)).isEqualTo(Diagnosis.SEQUENTIAL);
        assertThat(alwaysThe(Approach.SEQUENTIAL, Situation.MANY_CORES)).isEqualTo(Diagnosis.CORES_IGNORED);
        assertThat(alwaysThe(Approach.CONCURRENT, Situation.IMPORT)).isEqualTo(Diagnosis.CONCURRENT_FOR_COMPUTING);
    }
}
