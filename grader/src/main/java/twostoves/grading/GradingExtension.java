package twostoves.grading;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;
import twostoves.simulation.UnquietProcessException;
import twostoves.weaving.ClassSource;
import twostoves.weaving.LearnerClasses;

/**
 * Runs the checks of one exercise and enters what comes of them in the session's {@link Gradebook}.
 *
 * <p>A check that needs another which did not pass is not reached. A failure that rests on measurement counts only if it
 * shows again: it is measured up to three times, and what deviates once and not again is noted as a defect of the grader.
 * What the machine does not let tell costs nothing.
 */
final class GradingExtension implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor, ParameterResolver {

    private static final int MEASUREMENTS = 3;

    private static final String STILL_BUSY = "what an earlier check has left running keeps the processors busy";

    private static final String GIVEN_UP = "nobody wants to know any more";

    @Override
    public void beforeAll(ExtensionContext context) {
        Exercise exercise = Exercise.of(context.getRequiredTestClass());
        Workbench bench = fromSession(context, Workbench.class).orElse(Workbench.CLASS_PATH);
        ClassSource source = bench.classes()
                .map(ClassSource::directory)
                .orElseGet(() ->
                        ClassSource.classPath(context.getRequiredTestClass().getClassLoader()));
        Subject<?> subject = Subject.of(exercise, new LearnerClasses(source));
        ExerciseInProgress progress = new ExerciseInProgress(exercise, subject);
        store(context).put(ExerciseInProgress.class, progress);
        store(context).put(Workbench.class, bench);
        Optional.ofNullable(bench.compileProblems().get(exercise.className()))
                .map(problem -> ExerciseResult.whole(
                        exercise,
                        ExerciseResult.Status.BROKEN,
                        Diagnosis.DOES_NOT_COMPILE,
                        problem.message(),
                        Optional.of(problem.place())))
                .or(() -> LoadProblem.of(exercise, subject.classes()))
                .ifPresent(progress::end);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ExerciseResult result = progress(context).result();
        gradebook(context).enter(isToBeMeasured(context, result) ? withSpeedUp(context, result) : result);
    }

    private static boolean isToBeMeasured(ExtensionContext context, ExerciseResult result) {
        return store(context).get(Workbench.class, Workbench.class).measuringSpeedUp()
                && result.status() == ExerciseResult.Status.SOLVED
                && realWork(context) != RealWork.None.class;
    }

    private static Class<? extends RealWork<?>> realWork(ExtensionContext context) {
        return context.getRequiredTestClass().getAnnotation(Grades.class).realWork();
    }

    @SuppressWarnings("unchecked") // both are of the exercise's contract: one annotation names them
    private static ExerciseResult withSpeedUp(ExtensionContext context, ExerciseResult result) {
        Subject<Object> subject = (Subject<Object>) progress(context).subject();
        RealWork<Object> work = (RealWork<Object>) ReflectionSupport.newInstance(realWork(context));
        return result.withSpeedUp(new SpeedUpTrial<>(subject, work).measure(Processors.count()));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        ExerciseInProgress progress = progress(context);
        Exercise.CheckSpec check = Exercise.CheckSpec.of(call.getExecutable());
        if (gradebook(context).isGivenUp()) {
            progress.stop(GIVEN_UP);
        }
        Optional<String> obstacle = progress.obstacleTo(check);
        if (obstacle.isPresent()) {
            invocation.skip();
            progress.enter(CheckResult.notReached(check, obstacle.get()));
            progress.failOnceIfBroken();
            throw new TestAbortedException("not reached: " + obstacle.get());
        }
        try {
            measure(invocation, call, context, check);
            progress.enter(CheckResult.passed(check, exhibit(call).flatMap(Exhibit::picture)));
        } catch (CheckFailure failure) {
            progress.enter(check, failure);
            throw failure;
        } catch (NotMeasuredException obstacleOfMachine) {
            progress.enter(CheckResult.notMeasured(check, obstacleOfMachine));
            throw new TestAbortedException("not measured: " + obstacleOfMachine.getMessage(), obstacleOfMachine);
        } catch (AssertionError unnamed) {
            CheckFailure failure = CheckFailure.proven(Diagnosis.UNNAMED_FAILURE, unnamed.getMessage());
            progress.enter(check, failure);
            throw failure;
        } catch (UnquietProcessException leftBehind) {
            if (!progress.hasFailed()) {
                progress.enter(CheckResult.error(check, leftBehind));
                throw leftBehind;
            }
            progress.stop(STILL_BUSY);
            progress.enter(CheckResult.notReached(check, STILL_BUSY));
            throw new TestAbortedException("not reached: " + STILL_BUSY, leftBehind);
        } catch (Exception | Error thrown) {
            Optional<CheckFailure> failure = Culprit.ofSubmission(thrown);
            if (failure.isPresent()) {
                progress.enter(check, failure.get());
                throw failure.get();
            }
            progress.enter(CheckResult.error(check, thrown));
            throw thrown;
        } finally {
            // a submission whose result was looked at may have left it: nobody else interrupts this thread
            Thread.interrupted();
        }
    }

    private static void measure(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> call,
            ExtensionContext context,
            Exercise.CheckSpec check)
            throws Throwable {
        List<CheckFailure> failures = new ArrayList<>();
        try {
            invocation.proceed();
            return;
        } catch (CheckFailure failure) {
            if (!failure.isMeasured()) {
                throw failure;
            }
            failures.add(failure);
        }
        for (int i = 1; i < MEASUREMENTS; i++) {
            try {
                ReflectionSupport.invokeMethod(
                        call.getExecutable(),
                        context.getRequiredTestInstance(),
                        call.getArguments().toArray());
            } catch (CheckFailure again) {
                throw again;
            } catch (UnquietProcessException leftBehind) {
                // the process was quiet before: what keeps it busy now are the threads that failed the first time
                progress(context).stop(STILL_BUSY);
                throw failures.getFirst();
            }
        }
        String exercise = progress(context).exercise().id();
        gradebook(context)
                .note(exercise + " " + check.id() + ": " + failures.getFirst().getMessage());
    }

    // ---- what a check may ask for --------------------------------------------------------------------------------

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Subject.class || type == Exhibit.class || type == RandomGenerator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Subject.class) {
            return progress(context).subject();
        }
        return type == Exhibit.class
                ? new Exhibit()
                : new Random(gradebook(context).seed());
    }

    private static Optional<Exhibit> exhibit(ReflectiveInvocationContext<Method> call) {
        return call.getArguments().stream()
                .filter(Exhibit.class::isInstance)
                .map(Exhibit.class::cast)
                .findFirst();
    }

    // ---- where things are kept -----------------------------------------------------------------------------------

    private static Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(GradingExtension.class));
    }

    private static ExerciseInProgress progress(ExtensionContext context) {
        return store(context).get(ExerciseInProgress.class, ExerciseInProgress.class);
    }

    private static Gradebook gradebook(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Gradebook.NAMESPACE)
                .getOrComputeIfAbsent(Gradebook.class);
    }

    private static <T> Optional<T> fromSession(ExtensionContext context, Class<T> type) {
        return Optional.ofNullable(context.getStore(StoreScope.LAUNCHER_SESSION, Gradebook.NAMESPACE)
                .get(type, type));
    }
}
