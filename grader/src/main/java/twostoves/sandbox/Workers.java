package twostoves.sandbox;

import java.util.List;
import java.util.Optional;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Workbench;

/**
 * Has a submission compiled and its exercises graded by a worker, and by a new one where something of the submission may live on
 * in the old.
 */
final class Workers implements Compiler {

    private final Workshop workshop;
    private final Options options;
    private Optional<WorkerProcess> spare = Optional.empty();
    private Optional<WorkerProcess> current = Optional.empty();
    /** Whether the next worker may be spoilt by its rehearsal, which is not the grader's fault, and nobody's loss. */
    private boolean rehearsing;

    Workers(Workshop workshop, Options options) {
        this.workshop = workshop;
        this.options = options;
    }

    /** Starts a worker before it is known what it will judge. */
    void prepare() {
        prepare(Optional.empty());
    }

    /** Starts a worker that rehearses what it will probably judge. */
    void prepare(Optional<Rehearsal> rehearsal) {
        spare = Optional.of(workshop.startWorker(
                options, rehearsal.map(Rehearsal::arguments).orElse(List.of())));
        rehearsing = rehearsal.isPresent();
    }

    /** In the worker that goes on to judge, before any code of the submission runs there: it costs no process of its own. */
    @Override
    public CompilerReply compile(CompilerOrder order) {
        WorkerProcess worker = spare.orElseGet(() -> workshop.startWorker(options));
        spare = Optional.of(worker);
        CompilerReply reply = RemoteCompiler.compile(order, worker, options.compilerLimit());
        if (reply.crashed()) {
            worker.close();
            spare = Optional.empty();
        }
        return reply;
    }

    ExerciseResult grade(Exercise exercise, Class<?> checks, Workbench bench) throws InterruptedException {
        WorkerProcess worker = current.orElseGet(() -> taking(bench));
        Answer answer = worker.judge(checks.getName(), options.limit());
        if (answer instanceof Answer.Unfit && rehearsing) {
            worker.close();
            rehearsing = false;
            current = Optional.empty();
            return grade(exercise, checks, bench);
        }
        rehearsing = false;
        boolean fit = answer instanceof Answer.Judged judged && !judged.reply().worn();
        if (!fit) {
            worker.close();
        }
        current = Optional.of(worker).filter(same -> fit);
        ExerciseResult result = result(exercise, answer);
        if (answer instanceof Answer.Judged(Reply reply)) {
            options.progress().graded(result, reply.output(), reply.defects());
        } else {
            options.progress().graded(result, "", List.of());
        }
        return result;
    }

    private WorkerProcess taking(Workbench bench) {
        WorkerProcess worker = spare.orElseGet(() -> workshop.startWorker(options));
        spare = Optional.empty();
        worker.take(bench.measuringSpeedUp(options.measuringSpeedUp()));
        return worker;
    }

    private ExerciseResult result(Exercise exercise, Answer answer) {
        return switch (answer) {
            case Answer.Judged(Reply reply) -> {
                try {
                    yield reply.verdict().of(exercise);
                } catch (IllegalArgumentException garbled) {
                    yield failed(exercise, Diagnosis.KILLED_THE_PROCESS, "The verdict on your code arrived garbled.");
                }
            }
            case Answer.Died(int exitCode)
            when exitCode == WorkerProcess.OUT_OF_MEMORY ->
                failed(
                        exercise,
                        Diagnosis.OUT_OF_MEMORY,
                        "Your code needed more than the " + Options.MEMORY + " MB of memory that it may use.");
            case Answer.Died(int exitCode) ->
                failed(
                        exercise,
                        Diagnosis.KILLED_THE_PROCESS,
                        "The process in which your code ran ended with exit code " + exitCode
                                + " before the checks did.");
            case Answer.Silent() ->
                failed(
                        exercise,
                        Diagnosis.NEVER_RETURNS,
                        "Your code was still running after " + options.limit().toSeconds() + " s.");
            case Answer.Excessive(String what) ->
                failed(exercise, Diagnosis.KILLED_THE_PROCESS, what + " So its process was ended.");
            case Answer.Garbled(String why) -> failed(exercise, Diagnosis.KILLED_THE_PROCESS, why);
            case Answer.Unfit(String why) -> CheckRun.error(exercise, why);
        };
    }

    private static ExerciseResult failed(Exercise exercise, Diagnosis diagnosis, String message) {
        return ExerciseResult.whole(exercise, ExerciseResult.Status.FAILED, diagnosis, message, Optional.empty());
    }
}
