package twostoves.grading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The names of what can be wrong with a submission, one meaning each, shared by all exercises.
 *
 * <p>What a learner reads about each of them stands in {@code docs/misconceptions.md} and nowhere else.
 */
public enum Diagnosis {
    UNSOLVED,
    DOES_NOT_COMPILE,
    FORBIDDEN_CALL,
    KILLED_THE_PROCESS,
    OUT_OF_MEMORY,
    NEVER_RETURNS,
    UNNAMED_FAILURE,

    WRONG_VALUES,
    THROWS_UNEXPECTEDLY,
    UNCHECKED_ARGUMENTS,
    REFUSED_TOO_LATE,
    COMPLETION_ORDER,
    ORDER_LOST,
    NOT_FLUSHED,
    RETURNS_EARLY,
    FETCHED_TWICE,
    UNSAFE_COLLECTION,

    SEQUENTIAL,
    SUBMIT_THEN_WAIT,
    LAZY_STREAM,
    START_THEN_JOIN,
    RUN_NOT_START,
    EXECUTOR_PER_ITEM,
    LOCK_HELD_WHILE_WAITING,
    LOCK_HELD_WHILE_COMPUTING,
    COMMON_POOL_FOR_WAITING,
    COMMON_POOL_FOR_COMPUTING,
    POOL_TOO_SMALL,
    POOLED_VIRTUAL_THREADS,
    PLATFORM_THREAD_PER_TASK,
    TOO_FEW_IN_FLIGHT,
    TOO_MANY_IN_FLIGHT,
    BATCHES_NOT_WINDOW,
    HEAD_OF_LINE_BLOCKING,
    WAITS_IN_LIST_ORDER,
    ROUNDS_BY_LEVEL,
    BEGUN_TOO_LATE,
    BEGUN_TOO_EARLY,
    PARALLEL_FOR_WAITING,
    CONCURRENT_FOR_COMPUTING,
    MORE_THREADS_THAN_NEEDED,
    DEPENDENCE_IGNORED,
    CORES_IGNORED,
    THREADS_FOR_LITTLE_WORK,
    ONE_POOL_FOR_BOTH,
    COMPUTES_WHERE_IT_WAITS,
    BLOCKS_THE_WORKERS,
    TWO_PHASES,
    UNBOUNDED_BUFFER,
    FIRST_COMPLETION_WINS,
    BUSY_WAIT,
    SLEEP_AS_SYNCHRONISATION,

    RUN_TO_COMPLETION,
    STARVATION,
    FINISHED_TASK_STEPPED,
    SECOND_THREAD,

    UI_THREAD_KEPT_WAITING,
    SHOWN_OFF_UI_THREAD,
    STALE_ANSWER,
    SHOWN_AFTER_CLOSE,
    TIMEOUT_PER_TASK,
    ALL_OR_NOTHING,
    DEADLINE_WAITED_OUT,

    SCHEDULE_DRIFTS,
    RUNS_OVERLAP,
    FAILURE_ENDS_SCHEDULE,
    RUNS_AFTER_CLOSE,
    SLOW_TO_CLOSE,
    SHARED_BETWEEN_CALLS,
    BLOCKS_ITS_CALLER,

    DEADLOCK,
    THREAD_STARVATION_DEADLOCK,
    LOCK_ORDER_DEADLOCK,

    WHOLE_FILE_IN_MEMORY,
    FILE_LEFT_OPEN,
    CONNECTION_LEFT_OPEN,
    PORT_NOT_FREED,
    EXECUTOR_NOT_CLOSED,
    THREADS_LEFT_RUNNING,

    SWALLOWED_FAILURE,
    WRAPPED_FAILURE,
    FAILURE_STOPS_OTHERS,
    FAILURES_LOST,
    FAILURE_HIDES_THE_REST,
    FAILURE_ENDS_THE_REST,
    ACCEPTING_ENDED,
    INTERRUPT_SWALLOWED,
    PERMIT_LOST_ON_FAILURE,
    SIBLINGS_NOT_CANCELLED,
    CANCEL_WITHOUT_INTERRUPT,
    FAILURE_NOTICED_LATE,

    REMAINDER_DROPPED,
    GAP_OR_OVERLAP,
    EMPTY_CHUNK,
    SIZE_TAKEN_FOR_COUNT,
    UNBALANCED_CHUNKS,
    RANGE_OVERFLOW,
    THREADS_IN_PURE_CODE,

    WRONG_THREAD_COUNT,
    VIRTUAL_THREADS_FOR_COMPUTING,
    SHARED_ACCUMULATOR,
    DATA_RACE,
    ATOMIC_PER_ELEMENT,
    STATIC_STATE,
    SUM_OVERFLOW,
    WORK_DONE_TWICE,
    ITEM_LOST,
    STATIC_CHUNKS,
    WORK_AFTER_FAILURE,
    FORK_JOIN_THEN_COMPUTE,
    BOTH_HALVES_FORKED,
    THRESHOLD_IGNORED,
    MERGE_BEFORE_JOIN,
    NOT_STABLE,
    NO_FORK_JOIN_POOL,
    CHECK_THEN_ACT,
    SHARED_GENERATOR,
    STREAM_PER_WORKER,
    STREAMS_ALIKE,
    SEED_IGNORED,
    ORDER_DEPENDENT_RESULT,
    IN_PLACE_UPDATE,
    NO_BARRIER,
    THREADS_PER_STEP,
    INPUT_CHANGED,
    SEAM_AT_BORDERS,
    EDGES_LEFT_OUT;

    /**
     * Names the diagnosis as reports, folders and pages do.
     *
     * @return the id in kebab-case, such as {@code submit-then-wait}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a diagnosis by its id.
     *
     * @param id an id in kebab-case
     * @return the diagnosis, if there is one of that name
     */
    public static Optional<Diagnosis> byId(String id) {
        return Arrays.stream(values())
                .filter(diagnosis -> diagnosis.id().equals(id))
                .findFirst();
    }
}
