package twostoves.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.BaseStream;
import java.util.stream.StreamSupport;
import twostoves.grading.Diagnosis;

/**
 * The rules on what a submission may call, each with its reason.
 *
 * <p>For every rule there is code that keeps it and code that breaks it among the grader's tests.
 */
public final class LearnerRules {

    /** Broken by {@code System.exit}, {@code Runtime.halt} and the like, which would end the grader with the run. */
    public static final LearnerRule NO_EXIT = calls(
            "it would end the whole process, and the grader with it",
            Diagnosis.FORBIDDEN_CALL,
            true,
            Calls.to(System.class, "exit"),
            Calls.to(Runtime.class, "exit|halt|addShutdownHook"));

    /** Broken by {@code Runtime.exec} and {@code ProcessBuilder}. */
    public static final LearnerRule NO_PROCESSES = calls(
            "no exercise needs another process",
            Diagnosis.FORBIDDEN_CALL,
            true,
            Calls.to(Runtime.class, "exec"),
            Calls.to(ProcessBuilder.class, ".*"),
            Calls.to(ProcessHandle.class, ".*"));

    /**
     * Broken by reflection, method handles and {@code Unsafe}; kept by variable handles, which reach nothing that the class could
     * not reach without them, and in which the search for data races sees every access.
     */
    public static final LearnerRule NO_REFLECTION = calls(
            "no exercise needs reflection, and the grader could not see what it does",
            Diagnosis.FORBIDDEN_CALL,
            true,
            Calls.to(AccessibleObject.class, ".*"),
            Calls.to(Class.class, "forName|getDeclared.*|getMethods?|getFields?|getConstructors?|newInstance"),
            Calls.to(Method.class, "invoke"),
            Calls.to(MethodHandles.class, "(?!lookup$|arrayElementVarHandle$).*"),
            Calls.to(MethodHandles.Lookup.class, "(?!findVarHandle$|findStaticVarHandle$).*"),
            Calls.to(VarHandle.class, "toMethodHandle"),
            Calls.to(ClassLoader.class, ".*"),
            Calls.into("sun"),
            Calls.into("jdk"));

    /** Broken by any use of the grader's own packages other than the contracts and the kit. */
    public static final LearnerRule NO_GRADER = calls(
            "the grader's own classes are not for you to call", Diagnosis.FORBIDDEN_CALL, true, Calls.intoGrader());

    /**
     * Broken by whatever else of the JDK could reach beyond the exercise: writing files, raw streams of the process, native code,
     * stacks and other people's threads, handlers and defaults of the whole process, serialisation, management, and every
     * package that no exercise needs.
     */
    public static final LearnerRule NO_BACK_DOORS = calls(
            "no exercise needs it, and it reaches beyond your own code", Diagnosis.FORBIDDEN_CALL, true, BackDoors.ANY);

    /** Broken by a list, set or map of the learner's own that decides by itself what it is equal to. */
    public static final LearnerRule NO_OWN_EQUALITY = new LearnerRule(
            noMethods().should(HaveName.ofEqualityInCollections()).allowEmptyShould(true),
            "a collection that decides by itself what it is equal to cannot be compared with what is expected",
            Diagnosis.FORBIDDEN_CALL,
            true);

    /** Broken by {@code Thread.sleep} and {@code TimeUnit.sleep}, also as method references and through subclasses. */
    public static final LearnerRule NO_SLEEP = calls(
            "waiting for a fixed time is not waiting for something: it is too long today and too short tomorrow",
            Diagnosis.SLEEP_AS_SYNCHRONISATION,
            false,
            Calls.to(Thread.class, "sleep"),
            Calls.to(TimeUnit.class, "sleep"));

    /**
     * Broken by parallel streams, by the common pool and by bulk operations of {@code ConcurrentHashMap} where the work is
     * waiting.
     */
    public static final LearnerRule NO_COMMON_POOL_FOR_WAITING = commonPool(
            "this waits in the common pool, which has about one thread for each core and serves the whole process",
            Diagnosis.COMMON_POOL_FOR_WAITING,
            Calls.bulkOperation());

    /** Broken by parallel streams, {@code Arrays.parallelSort} and by the common pool where the number of workers is given. */
    public static final LearnerRule NO_COMMON_POOL_FOR_COMPUTING = commonPool(
            "this computes in the common pool, so the number of workers is the machine's and not the one you were given",
            Diagnosis.COMMON_POOL_FOR_COMPUTING);

    /** Broken by {@code System.setProperty}, which learners turn to for a larger common pool. */
    public static final LearnerRule NO_PROPERTIES = calls(
            "system properties belong to the whole process, and the common pool has read its own long before",
            Diagnosis.COMMON_POOL_FOR_COMPUTING,
            false,
            Calls.to(System.class, "setProperty|setProperties"));

    /** Broken by static fields that are not final. */
    public static final LearnerRule NO_STATIC_STATE = new LearnerRule(
            noFields().should(HaveModifier.staticButNotFinal()).allowEmptyShould(true),
            "it is shared by all calls, so the second call finds what the first one has left",
            Diagnosis.STATIC_STATE,
            false);

    /** Broken by threads, executors and parallel streams in an exercise of pure arithmetic. */
    public static final LearnerRule NO_THREADS = threads(
            "there is nothing here to wait for and too little to compute: a thread costs more than it saves",
            Diagnosis.THREADS_IN_PURE_CODE);

    /** Broken by threads, executors and parallel streams where everything is to happen on the calling thread. */
    public static final LearnerRule ONE_THREAD = threads(
            "the tasks take turns on the thread that called you, and with a second thread it is no longer you who says"
                    + " whose turn it is",
            Diagnosis.SECOND_THREAD);

    /** Broken by the JDK's queues that wait, where such a queue is what is to be written. */
    public static final LearnerRule NO_BLOCKING_QUEUE = calls(
            "it is what you are to write here, and would do all of it for you",
            Diagnosis.FORBIDDEN_CALL,
            false,
            Calls.to(BlockingQueue.class, ".*"));

    /** What every exercise forbids. */
    public static final List<LearnerRule> EVERYWHERE =
            List.of(NO_EXIT, NO_PROCESSES, NO_REFLECTION, NO_GRADER, NO_BACK_DOORS, NO_OWN_EQUALITY, NO_SLEEP);

    private LearnerRules() {}

    @SafeVarargs
    private static LearnerRule commonPool(
            String because, Diagnosis diagnosis, DescribedPredicate<JavaAccess<?>>... more) {
        DescribedPredicate<JavaAccess<?>> any = Calls.to(Collection.class, "parallelStream")
                .or(Calls.to(BaseStream.class, "parallel"))
                .or(Calls.to(StreamSupport.class, ".*"))
                .or(Calls.to(ForkJoinPool.class, "commonPool"))
                .or(Calls.to(Arrays.class, "parallel.*"))
                .or(Calls.asyncWithoutExecutor());
        for (DescribedPredicate<JavaAccess<?>> each : more) {
            any = any.or(each);
        }
        return calls(because, diagnosis, false, any);
    }

    private static LearnerRule threads(String because, Diagnosis diagnosis) {
        return calls(
                because,
                diagnosis,
                false,
                Calls.to(Thread.class, "<init>|start|ofVirtual|ofPlatform|startVirtualThread"),
                Calls.to(Executor.class, ".*"),
                Calls.to(Executors.class, ".*"),
                Calls.to(CompletableFuture.class, ".*"),
                Calls.to(ForkJoinTask.class, ".*"),
                Calls.to(Collection.class, "parallelStream"),
                Calls.to(BaseStream.class, "parallel"),
                Calls.to(Arrays.class, "parallel.*"));
    }

    @SafeVarargs
    private static LearnerRule calls(
            String because, Diagnosis diagnosis, boolean harmful, DescribedPredicate<JavaAccess<?>>... forbidden) {
        DescribedPredicate<JavaAccess<?>> any = forbidden[0];
        for (int i = 1; i < forbidden.length; i++) {
            any = any.or(forbidden[i]);
        }
        return new LearnerRule(
                noClasses().should().accessTargetWhere(any).because(because), because, diagnosis, harmful);
    }

    /** Conditions on methods. */
    private static final class HaveName {

        private HaveName() {}

        static ArchCondition<JavaMethod> ofEqualityInCollections() {
            return ArchConditions.have(DescribedPredicate.describe(
                    "their own equality",
                    method -> (method.getName().equals("equals")
                                    || method.getName().equals("hashCode"))
                            && (Calls.isA(method.getOwner(), Collection.class)
                                    || Calls.isA(method.getOwner(), Map.class))));
        }
    }

    /** Conditions on fields. */
    private static final class HaveModifier {

        private HaveModifier() {}

        static ArchCondition<JavaField> staticButNotFinal() {
            return ArchConditions.have(DescribedPredicate.describe(
                    "static but not final",
                    field -> field.getModifiers().contains(JavaModifier.STATIC)
                            && !field.getModifiers().contains(JavaModifier.FINAL)
                            && !field.getModifiers().contains(JavaModifier.SYNTHETIC)));
        }
    }
}
