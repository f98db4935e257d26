package twostoves.races;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Place;
import twostoves.grading.Subject;
import twostoves.grading.Subjects;
import twostoves.weaving.LearnerSource;

@DisplayName("The exploration of schedules")
class SchedulesTests {

    private static final String FILE = "src/main/java/twostoves/concurrency/Snippet.java";

    @TempDir
    Path classes;

    private LearnerSource source;

    /** A submission whose {@code call} does something to what it shares with other calls of the same object. */
    private Subject<Callable<Object>> submission(String members) {
        source = LearnerSource.of("Snippet implements Callable<Object>", members);
        source.compileTo(classes);
        return Subjects.of(source.className(), classes);
    }

    /** One call, in which only races count. */
    static final class OneCall extends Call<Callable<Object>> {
        @Override
        protected void call(Callable<Object> learners, RandomGenerator random) throws Exception {
            learners.call();
        }
    }

    private CheckFailure failure(
            Subject<Callable<Object>> subject, Class<? extends Scenario<Callable<Object>>> scenario) {
        try {
            Schedules.explore(subject, scenario, new Random(7));
        } catch (CheckFailure failure) {
            return failure;
        }
        throw new AssertionError("nothing was found");
    }

    /** Two who call it once each. */
    public static class TwoCallers implements Scenario<Callable<Object>> {
        private Callable<Object> submission;

        /** Made for every run. */
        public TwoCallers() {}

        @Override
        public List<Party> parties(Callable<Object> learners, RandomGenerator random) {
            submission = learners;
            return List.of(new Party("cook 1", learners::call), new Party("cook 2", learners::call));
        }

        final Object callOnceMore() throws Exception {
            return submission.call();
        }

        @Override
        public void verify() throws Exception {
            // nothing is demanded
        }
    }

    /** Two callers, after whom a third call must return 3. */
    public static final class Counted extends TwoCallers {
        @Override
        public void verify() throws Exception {
            Object third = callOnceMore();
            if (!third.equals(3)) {
                throw CheckFailure.proven(Diagnosis.WRONG_VALUES, "The third call counted " + third + ", and not 3.");
            }
        }
    }

    /** Has a name of its own for what is found. */
    public static final class OwnNames extends TwoCallers {
        @Override
        public Diagnosis diagnose(Finding finding) {
            return finding instanceof Finding.Race ? Diagnosis.SHARED_ACCUMULATOR : finding.diagnosis();
        }
    }

    /** Makes the object by a constructor with a parameter. */
    public static final class Made extends TwoCallers {
        @Override
        public Callable<Object> create(Class<? extends Callable<Object>> type) throws ReflectiveOperationException {
            return type.getConstructor(int.class).newInstance(5);
        }

        @Override
        public void verify() throws Exception {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, "made with " + callOnceMore());
        }
    }

    /** Tells what it draws. */
    public static final class Draws extends TwoCallers {
        private long drawn;

        @Override
        public List<Party> parties(Callable<Object> learners, RandomGenerator random) {
            drawn = random.nextLong();
            return super.parties(learners, random);
        }

        @Override
        public void verify() {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, "drawn " + drawn);
        }
    }

    @Test
    @DisplayName("names the variable of a data race, both lines, both threads and what they did")
    void race() {
        CheckFailure told = failure(submission("""
                private int count;

                public Object call() {
                    return count++;
                }
                """), TwoCallers.class);

        int line = source.lineOf("count++");
        assertThat(told.diagnosis()).isEqualTo(Diagnosis.DATA_RACE);
        assertThat(told.isMeasured()).isFalse();
        assertThat(told.place()).contains(new Place(FILE, line));
        assertThat(told.getMessage().lines().toList())
                .hasSize(3)
                .startsWith(
                        "Two threads use Snippet.count, one of them writes, and nothing orders the two: no lock that"
                                + " both hold, no volatile, no join.")
                .element(1)
                .asString()
                .matches("  cook [12] (reads|writes) it at Snippet.java:" + line + ", in Snippet.call");
        assertThat(told.getMessage()).contains("writes it");
        assertThat(told.getMessage().lines().toList().get(2))
                .matches("  cook [12] (reads|writes) it at Snippet.java:" + line + ", in Snippet.call");
    }

    @Test
    @DisplayName("names the variable that a variable handle stands for")
    void handle() {
        CheckFailure told = failure(submission("""
                private int count;

                public Object call() throws ReflectiveOperationException {
                    java.lang.invoke.VarHandle handle =
                            java.lang.invoke.MethodHandles.lookup().findVarHandle(Snippet.class, "count", int.class);
                    handle.set(this, 1);
                    return null;
                }
                """), TwoCallers.class);

        assertThat(told.diagnosis()).isEqualTo(Diagnosis.DATA_RACE);
        assertThat(told.getMessage())
                .startsWith("Two threads use Snippet.count, one of them writes, and nothing orders the two:")
                .contains(" writes it at Snippet.java:" + source.lineOf("handle.set") + ", in Snippet.call");
    }

    @Test
    @DisplayName("tells an object that is not made for several threads from a variable")
    void unsafeObject() {
        CheckFailure told = failure(submission("""
                private final List<Integer> list = new ArrayList<>();

                public Object call() {
                    return list.add(1);
                }
                """), TwoCallers.class);

        assertThat(told.diagnosis()).isEqualTo(Diagnosis.UNSAFE_COLLECTION);
        assertThat(told.getMessage().lines().toList())
                .hasSize(3)
                .startsWith("Two threads use an ArrayList that is not made for several threads, and nothing orders the"
                        + " two: no lock that both hold, no join.")
                .element(1)
                .asString()
                .matches("  cook [12] calls List.add at Snippet.java:" + source.lineOf("list.add(1)")
                        + ", in Snippet.call");
    }

    @Test
    @DisplayName("is content with what is right, and says nothing")
    void right() {
        Subject<Callable<Object>> subject = submission("""
                private int count;

                public synchronized Object call() {
                    return ++count;
                }
                """);

        assertThatCode(() -> Schedules.explore(subject, Counted.class, new Random(7)))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("adds to a demand of the scenario what happened in that run, a column for each thread")
    void story() {
        CheckFailure told = failure(submission("""
                private final AtomicInteger count = new AtomicInteger();

                public Object call() {
                    int seen = count.get();
                    count.set(seen + 1);
                    return seen + 1;
                }
                """), Counted.class);

        assertThat(told.diagnosis()).isEqualTo(Diagnosis.WRONG_VALUES);
        assertThat(told.getMessage().lines().toList())
                .startsWith("The third call counted 2, and not 3.", "What happened in this run, in order:")
                .anyMatch(line -> line.contains("cook 1") && line.contains("cook 2"))
                .filteredOn(line -> line.contains("get() = 0 (line " + source.lineOf("count.get") + ")"))
                .hasSize(2);
        assertThat(told.getMessage()).contains("set(1) (line " + source.lineOf("count.set") + ")");
    }

    @Test
    @DisplayName("finds a deadlock of locks that are taken in different orders, before it strikes by itself")
    void deadlock() {
        CheckFailure told = failure(submission("""
                private final Object soup = new Object();
                private final String bread = new String("bread");
                private final AtomicBoolean first = new AtomicBoolean();

                public Object call() {
                    boolean one = first.compareAndSet(false, true);
                    Object mine = one ? soup : bread;
                    Object other = one ? bread : soup;
                    synchronized (mine) { // outer
                        synchronized (other) { // inner
                            return true;
                        }
                    }
                }
                """), TwoCallers.class);

        int outer = source.lineOf("// outer");
        int inner = source.lineOf("// inner");
        assertThat(told.diagnosis()).isEqualTo(Diagnosis.LOCK_ORDER_DEADLOCK);
        assertThat(told.place()).contains(new Place(FILE, inner));
        assertThat(told.getMessage().lines().toList())
                .hasSize(3)
                .startsWith(
                        "Deadlock: each of 2 threads holds a lock that the next one wants, so none of them ever goes"
                                + " on.")
                .element(1)
                .asString()
                .matches("  cook [12] holds (Object|String) 1, taken at Snippet.java:" + outer
                        + ", and wants (Object|String) 2 at Snippet.java:" + inner);
    }

    @Test
    @DisplayName("tells who waits where when nobody is left to wake anybody")
    void stuck() {
        CheckFailure told = failure(submission("""
                private final CountDownLatch latch = new CountDownLatch(3);

                public Object call() throws Exception {
                    latch.countDown();
                    latch.await();
                    return true;
                }
                """), TwoCallers.class);

        int line = source.lineOf("latch.await");
        assertThat(told.diagnosis()).isEqualTo(Diagnosis.DEADLOCK);
        assertThat(told.place()).contains(new Place(FILE, line));
        assertThat(told.getMessage().lines().toList())
                .startsWith("Every thread waits, none with a time limit, and nobody is left to wake one.")
                .contains(
                        "  cook 1 waits in CountDownLatch.await at Snippet.java:" + line,
                        "  cook 2 waits in CountDownLatch.await at Snippet.java:" + line);
    }

    @Test
    @DisplayName("lets a thread that has tried a lock in vain not overtake those that wait for its other lock")
    void triedInVain() {
        Subject<Callable<Object>> subject = submission("""
                private final AtomicInteger calls = new AtomicInteger();
                private final CountDownLatch secondTaken = new CountDownLatch(1);
                private final CountDownLatch firstTaken = new CountDownLatch(1);
                private final ReentrantLock first = new ReentrantLock();
                private final ReentrantLock second = new ReentrantLock();

                public Object call() throws InterruptedException {
                    return calls.getAndIncrement() == 0 ? waits() : tries();
                }

                private Object waits() throws InterruptedException {
                    second.lock();
                    secondTaken.countDown();
                    firstTaken.await();
                    first.lock();
                    first.unlock();
                    second.unlock();
                    return null;
                }

                private Object tries() throws InterruptedException {
                    secondTaken.await();
                    for (int overtaken = 0; overtaken < 2; overtaken++) {
                        first.lock();
                        firstTaken.countDown();
                        try {
                            while (overtaken == 0 && !first.hasQueuedThreads()) {
                                Thread.onSpinWait();
                            }
                            if (second.tryLock(1, TimeUnit.MILLISECONDS)) {
                                second.unlock();
                                return null;
                            }
                        } finally {
                            first.unlock();
                        }
                    }
                    throw new IllegalStateException("overtook the one that waits");
                }
                """);

        assertThatCode(() -> Schedules.explore(subject, TwoCallers.class, new Random(7)))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("tells which party threw what, and where")
    void threw() {
        CheckFailure told = failure(submission("""
                private final AtomicInteger count = new AtomicInteger();

                public Object call() {
                    if (count.incrementAndGet() == 2) {
                        throw new IllegalStateException("too many cooks");
                    }
                    return true;
                }
                """), TwoCallers.class);

        assertThat(told.diagnosis()).isEqualTo(Diagnosis.THROWS_UNEXPECTEDLY);
        assertThat(told.place()).contains(new Place(FILE, source.lineOf("too many cooks")));
        assertThat(told.getMessage().lines().findFirst().orElseThrow())
                .matches("With several threads at once, cook [12] ended with java.lang.IllegalStateException: too many"
                        + " cooks\\.");
    }

    @Test
    @DisplayName("leaves the names of what it finds to the scenario")
    void names() {
        CheckFailure told = failure(submission("""
                private int count;

                public Object call() {
                    return count++;
                }
                """), OwnNames.class);

        assertThat(told.diagnosis()).isEqualTo(Diagnosis.SHARED_ACCUMULATOR);
    }

    @Test
    @DisplayName("leaves the making of the object to the scenario")
    void create() {
        CheckFailure told = failure(submission("""
                private final int number;

                public Snippet(int number) {
                    this.number = number;
                }

                public Object call() {
                    return number;
                }
                """), Made.class);

        assertThat(told).hasMessage("made with 5");
    }

    @Test
    @DisplayName("gives a scenario the same numbers in every run, from the seed of the grading")
    void seed() {
        String members = """
                public Object call() {
                    return true;
                }
                """;
        String first = failure(submission(members), Draws.class).getMessage();

        assertThat(failure(submission(members), Draws.class)).hasMessage(first);
    }

    @Test
    @DisplayName("says nothing of races where the submission uses fences")
    void fences() {
        Subject<Callable<Object>> subject = submission("""
                private int count;

                public Object call() {
                    java.lang.invoke.VarHandle.fullFence();
                    return count++;
                }
                """);

        assertThatExceptionOfType(NotMeasuredException.class)
                .isThrownBy(() -> Schedules.explore(subject, TwoCallers.class, new Random(7)))
                .withMessage("Your code uses VarHandle.fullFence, which the search for data races does not follow.");
    }

    @Test
    @DisplayName("watches in one process, as long as nothing is left behind in it")
    void kept() {
        String members = """
                public Object call() {
                    return ProcessHandle.current().pid();
                }
                """;
        submission(members);

        assertThat(pid(members)).isEqualTo(pid(members));
    }

    @Test
    @DisplayName("watches in another process after one in which threads go on")
    void replaced() {
        String leaving = """
                public Object call() {
                    Thread.ofPlatform().daemon().start(() -> {
                        while (true) {
                            LockSupport.park();
                        }
                    });
                    return ProcessHandle.current().pid();
                }
                """;

        assertThat(pid(leaving)).isNotEqualTo(pid(leaving));
    }

    /** Tells the number of the process. */
    public static final class Pid extends TwoCallers {
        @Override
        public void verify() throws Exception {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, callOnceMore().toString());
        }
    }

    private String pid(String members) {
        return failure(submission(members), Pid.class).getMessage();
    }

    @Test
    @DisplayName("tells of a read in one call that races with a write, though no two writes meet")
    void readInACall() {
        CheckFailure told = failure(submission("""
                private Object made;

                private Object made() {
                    if (made == null) {
                        synchronized (this) {
                            if (made == null) {
                                made = new Object();
                            }
                        }
                    }
                    return made;
                }

                public Object call() throws InterruptedException {
                    Thread helper = new Thread(this::made, "helper");
                    helper.start();
                    made();
                    helper.join();
                    return null;
                }
                """), OneCall.class);

        assertThat(told.diagnosis()).isEqualTo(Diagnosis.DATA_RACE);
        assertThat(told.getMessage())
                .startsWith("Two threads use Snippet.made, one of them writes, and nothing orders the two:")
                .contains(
                        "  helper ",
                        "  the calling thread ",
                        " writes it at Snippet.java:",
                        " reads it at Snippet.java:");
    }

    @Test
    @DisplayName("counts nothing but races in one call: not what it throws")
    void throwingCall() {
        Subject<Callable<Object>> subject = submission("""
                public Object call() {
                    throw new IllegalStateException("judged elsewhere");
                }
                """);

        assertThatCode(() -> Schedules.explore(subject, OneCall.class, new Random(7)))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("counts nothing but races in one call: not that it waits for ever")
    void endlessCall() {
        Subject<Callable<Object>> subject = submission("""
                public Object call() throws InterruptedException {
                    new java.util.concurrent.CountDownLatch(1).await();
                    return null;
                }
                """);

        assertThatCode(() -> Schedules.explore(subject, OneCall.class, new Random(7)))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("counts nothing but races in one call: not that it pauses, for however long")
    void pausingCall() {
        Subject<Callable<Object>> subject = submission("""
                public synchronized Object call() throws InterruptedException {
                    wait(60_000);
                    return null;
                }
                """);

        assertThatCode(() -> Schedules.explore(subject, OneCall.class, new Random(7)))
                .doesNotThrowAnyException();
    }
}
