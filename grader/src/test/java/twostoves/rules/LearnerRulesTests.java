package twostoves.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Place;
import twostoves.grading.Subjects;
import twostoves.weaving.LearnerSource;

@DisplayName("The rules on bytecode")
class LearnerRulesTests {

    private static final String FILE = "src/main/java/twostoves/concurrency/Snippet.java";

    /** What follows the call in the message of each rule. */
    private static final String BECAUSE_EXIT = "it would end the whole process, and the grader with it";

    private static final String BECAUSE_PROCESSES = "no exercise needs another process";
    private static final String BECAUSE_REFLECTION =
            "no exercise needs reflection, and the grader could not see what it does";
    private static final String BECAUSE_GRADER = "the grader's own classes are not for you to call";
    private static final String BECAUSE_SLEEP =
            "waiting for a fixed time is not waiting for something: it is too long today and too short tomorrow";
    private static final String BECAUSE_WAITING =
            "this waits in the common pool, which has about one thread for each core and serves the whole process";
    private static final String BECAUSE_COMPUTING = "this computes in the common pool,"
            + " so the number of workers is the machine's and not the one you were given";
    private static final String BECAUSE_QUEUE = "it is what you are to write here, and would do all of it for you";

    private static final String BECAUSE_PROPERTIES =
            "system properties belong to the whole process, and the common pool has read its own long before";
    private static final String BECAUSE_STATIC =
            "it is shared by all calls, so the second call finds what the first one has left";
    private static final String BECAUSE_THREADS =
            "there is nothing here to wait for and too little to compute: a thread costs more than it saves";

    private static final String BECAUSE_ONE_THREAD = "the tasks take turns on the thread that called you,"
            + " and with a second thread it is no longer you who says whose turn it is";

    /** What a lock-free counter needs. */
    private static final String TAKE_VARIABLE_HANDLES = """
            var lookup = java.lang.invoke.MethodHandles.lookup();
            java.lang.invoke.VarHandle field = lookup.findVarHandle(Snippet.class, "field", int.class);
            field.compareAndSet(this, 0, (int) field.getAcquire(this) + 1);
            lookup.findStaticVarHandle(Snippet.class, "ALL", int[].class).get();
            java.lang.invoke.MethodHandles.arrayElementVarHandle(int[].class).setRelease(ALL, 0, 1);""";

    @TempDir
    Path classes;

    private static LearnerSource snippet(String body, String members) {
        return LearnerSource.of("Snippet implements Callable<Object>", """
                    @Override
                    public Object call() throws Exception {
                        %s
                        return null;
                    }
                    %s
                """.formatted(body, members));
    }

    private void check(LearnerSource source, LearnerRule... special) {
        source.compileTo(classes);
        new Rulebook(special).check(Subjects.of(source.className(), classes));
    }

    private CheckFailure failure(LearnerSource source, LearnerRule... special) {
        return catchThrowableOfType(CheckFailure.class, () -> check(source, special));
    }

    private static Arguments row(LearnerRule rule, String body) {
        return row(rule, body, "");
    }

    private static Arguments row(LearnerRule rule, String body, String members) {
        return arguments(rule, body, members);
    }

    private static Arguments row(LearnerRule rule, String body, String members, String call, String because) {
        return arguments(rule, body, members, "You call " + call + ": " + because + ".");
    }

    static Stream<Arguments> kept() {
        return Stream.of(
                row(LearnerRules.NO_EXIT, "System.out.println(Runtime.getRuntime().availableProcessors());"),
                row(LearnerRules.NO_EXIT, "exit(0);", "void exit(int status) {}"),
                row(LearnerRules.NO_PROCESSES, "Runtime.getRuntime().gc();"),
                row(
                        LearnerRules.NO_REFLECTION,
                        "getClass().getSimpleName(); Runnable lambda = () -> {}; lambda.run();"),
                row(
                        LearnerRules.NO_REFLECTION,
                        "Object pair = new Pair(\"a\", 1); switch (pair) { case Pair(var a, var b) -> a.isEmpty();"
                                + " default -> pair.hashCode(); }",
                        "record Pair(String a, int b) {}"),
                row(
                        LearnerRules.NO_REFLECTION,
                        "for (Side side : Side.values()) { switch (side) { case LEFT -> side.name();"
                                + " default -> Side.valueOf(\"\" + side); } }",
                        "enum Side { LEFT, RIGHT }"),
                row(LearnerRules.NO_REFLECTION, TAKE_VARIABLE_HANDLES, "int field; static final int[] ALL = {0};"),
                row(LearnerRules.NO_BACK_DOORS, TAKE_VARIABLE_HANDLES, "int field; static final int[] ALL = {0};"),
                row(LearnerRules.NO_GRADER, "new twostoves.kit.Range(0, 1).size();"),
                row(
                        LearnerRules.NO_BACK_DOORS,
                        "try (var lines = java.nio.file.Files.lines(java.nio.file.Path.of(\"a\"))) { lines.count(); }"),
                row(
                        LearnerRules.NO_BACK_DOORS,
                        "java.nio.channels.FileChannel.open(java.nio.file.Path.of(\"a\"),"
                                + " java.nio.file.StandardOpenOption.READ).close();"),
                row(
                        LearnerRules.NO_BACK_DOORS,
                        "new java.io.PrintWriter(new java.net.Socket().getOutputStream(), true).println();"),
                row(LearnerRules.NO_BACK_DOORS, "int[] copy = new int[1].clone(); String text = \"\" + copy[0];"),
                row(LearnerRules.NO_BACK_DOORS, "new Exception().printStackTrace(); Thread.currentThread().getName();"),
                row(
                        LearnerRules.NO_OWN_EQUALITY,
                        "new Own().add(1); new Key(1).hashCode();",
                        "static class Own extends ArrayList<Integer> { }"
                                + " record Key(int id) { @Override public boolean equals(Object o) { return true; }"
                                + " @Override public int hashCode() { return 1; } }"),
                row(LearnerRules.NO_SLEEP, "new CountDownLatch(1).await(1, TimeUnit.SECONDS); new Thread().join();"),
                row(LearnerRules.NO_SLEEP, "sleep(1);", "static void sleep(long sheep) {}"),
                row(LearnerRules.NO_COMMON_POOL_FOR_WAITING, "List.of(1).stream().map(i -> i + 1).toList();"),
                row(
                        LearnerRules.NO_COMMON_POOL_FOR_WAITING,
                        "Executor own = Runnable::run; CompletableFuture.supplyAsync(() -> 1, own)"
                                + ".thenApplyAsync(i -> i + 1, own).thenApply(i -> i).join();"),
                row(LearnerRules.NO_COMMON_POOL_FOR_COMPUTING, "new ForkJoinPool(2).submit(() -> 1).join();"),
                row(LearnerRules.NO_PROPERTIES, "System.getProperty(\"user.dir\");"),
                row(LearnerRules.NO_STATIC_STATE, "total++;", "long total; static final long LIMIT = 5;"),
                row(
                        LearnerRules.NO_STATIC_STATE,
                        "assert this != null; switch (Side.LEFT) { case LEFT -> hashCode(); default -> toString(); }",
                        "enum Side { LEFT, RIGHT }"),
                row(LearnerRules.NO_BLOCKING_QUEUE, "new ConcurrentLinkedQueue<String>().add(\"\");"),
                row(LearnerRules.NO_BLOCKING_QUEUE, "new ArrayDeque<String>().poll();"),
                row(
                        LearnerRules.NO_COMMON_POOL_FOR_WAITING,
                        "new ConcurrentHashMap<String, String>().forEach((a, b) -> {});"),
                row(LearnerRules.NO_THREADS, "IntStream.range(0, 5).map(i -> i * i).sum();"),
                row(LearnerRules.NO_THREADS, "Thread.currentThread().isInterrupted();"),
                row(LearnerRules.ONE_THREAD, "new ArrayDeque<>(List.of(1)).removeIf(i -> i > 0);"));
    }

    @ParameterizedTest(name = "as in {1}")
    @MethodSource("kept")
    @DisplayName("are kept")
    void keep(LearnerRule rule, String body, String members) {
        assertThatCode(() -> check(snippet(body, members), rule)).doesNotThrowAnyException();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                        brokenWithHarm(),
                        brokenBackDoors(),
                        brokenSleep(),
                        brokenCommonPool(LearnerRules.NO_COMMON_POOL_FOR_WAITING, BECAUSE_WAITING),
                        brokenCommonPool(LearnerRules.NO_COMMON_POOL_FOR_COMPUTING, BECAUSE_COMPUTING),
                        brokenBulkOperations(),
                        brokenThreads(LearnerRules.NO_THREADS, BECAUSE_THREADS),
                        brokenThreads(LearnerRules.ONE_THREAD, BECAUSE_ONE_THREAD),
                        brokenProperties(),
                        brokenQueues())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> brokenWithHarm() {
        return Stream.of(
                row(LearnerRules.NO_EXIT, "System.exit(0); // here", "", "System.exit", BECAUSE_EXIT),
                row(LearnerRules.NO_EXIT, "IntConsumer end = System::exit; // here", "", "System.exit", BECAUSE_EXIT),
                row(LearnerRules.NO_EXIT, "Runtime.getRuntime().halt(1); // here", "", "Runtime.halt", BECAUSE_EXIT),
                row(
                        LearnerRules.NO_EXIT,
                        "Runtime.getRuntime().addShutdownHook(null); // here",
                        "",
                        "Runtime.addShutdownHook",
                        BECAUSE_EXIT),
                row(
                        LearnerRules.NO_PROCESSES,
                        "new ProcessBuilder(\"ls\"); // here",
                        "",
                        "new ProcessBuilder(…)",
                        BECAUSE_PROCESSES),
                row(
                        LearnerRules.NO_PROCESSES,
                        "Runtime.getRuntime().exec(new String[] {\"ls\"}); // here",
                        "",
                        "Runtime.exec",
                        BECAUSE_PROCESSES),
                row(
                        LearnerRules.NO_PROCESSES,
                        "ProcessHandle.current(); // here",
                        "",
                        "ProcessHandle.current",
                        BECAUSE_PROCESSES),
                row(
                        LearnerRules.NO_REFLECTION,
                        "Class.forName(\"a.B\"); // here",
                        "",
                        "Class.forName",
                        BECAUSE_REFLECTION),
                row(
                        LearnerRules.NO_REFLECTION,
                        "java.lang.reflect.Field field = null;\nfield.setAccessible(true); // here",
                        "",
                        "Field.setAccessible",
                        BECAUSE_REFLECTION),
                row(
                        LearnerRules.NO_REFLECTION,
                        "java.lang.reflect.Method method = null;\nmethod.invoke(this); // here",
                        "",
                        "Method.invoke",
                        BECAUSE_REFLECTION),
                row(
                        LearnerRules.NO_REFLECTION,
                        "java.lang.invoke.MethodHandles.publicLookup(); // here",
                        "",
                        "MethodHandles.publicLookup",
                        BECAUSE_REFLECTION),
                row(
                        LearnerRules.NO_REFLECTION,
                        "var lookup = java.lang.invoke.MethodHandles.lookup();\n"
                                + "lookup.findGetter(getClass(), \"field\", int.class); // here",
                        "int field;",
                        "Lookup.findGetter",
                        BECAUSE_REFLECTION),
                row(
                        LearnerRules.NO_REFLECTION,
                        "java.lang.invoke.VarHandle handle = null;\n"
                                + "handle.toMethodHandle(java.lang.invoke.VarHandle.AccessMode.GET); // here",
                        "",
                        "VarHandle.toMethodHandle",
                        BECAUSE_REFLECTION),
                row(
                        LearnerRules.NO_REFLECTION,
                        "ClassLoader.getSystemClassLoader(); // here",
                        "",
                        "ClassLoader.getSystemClassLoader",
                        BECAUSE_REFLECTION),
                row(
                        LearnerRules.NO_REFLECTION,
                        "jdk.jfr.FlightRecorder.isAvailable(); // here",
                        "",
                        "FlightRecorder.isAvailable",
                        BECAUSE_REFLECTION),
                row(
                        LearnerRules.NO_GRADER,
                        "twostoves.evidence.Times.ofNanos(1); // here",
                        "",
                        "Times.ofNanos",
                        BECAUSE_GRADER));
    }

    private static final String BECAUSE_BACK_DOORS = "no exercise needs it, and it reaches beyond your own code";

    private static Arguments backDoor(String body, String call) {
        return row(LearnerRules.NO_BACK_DOORS, body + " // here", "", call, BECAUSE_BACK_DOORS);
    }

    private static Stream<Arguments> brokenBackDoors() {
        return Stream.of(
                backDoor("System.setOut(null);", "System.setOut"),
                backDoor("System.load(\"/tmp/x.so\");", "System.load"),
                backDoor("Thread.getAllStackTraces();", "Thread.getAllStackTraces"),
                backDoor("Thread.currentThread().getThreadGroup();", "Thread.getThreadGroup"),
                backDoor("new Exception().setStackTrace(null);", "Exception.setStackTrace"),
                backDoor("StackWalker.getInstance();", "StackWalker.getInstance"),
                backDoor("new java.io.FileOutputStream(\"/proc/self/fd/1\");", "new FileOutputStream(…)"),
                backDoor("Object out = java.io.FileDescriptor.out;", "FileDescriptor.out"),
                backDoor("new java.io.RandomAccessFile(\"/proc/self/mem\", \"rw\");", "new RandomAccessFile(…)"),
                backDoor("new java.io.PrintWriter(\"report.json\");", "new PrintWriter(…)"),
                backDoor("java.nio.file.Files.writeString(java.nio.file.Path.of(\"a\"), \"\");", "Files.writeString"),
                backDoor(
                        "java.nio.channels.FileChannel.open(java.nio.file.Path.of(\"a\"),"
                                + " java.nio.file.StandardOpenOption.WRITE);",
                        "StandardOpenOption.WRITE"),
                backDoor("new java.net.URI(\"http://a\").toURL();", "URI.toURL"),
                backDoor("java.net.http.HttpClient.newHttpClient();", "HttpClient.newHttpClient"),
                backDoor(
                        "java.lang.management.ManagementFactory.getPlatformMBeanServer();",
                        "ManagementFactory.getPlatformMBeanServer"),
                backDoor("new java.beans.Expression(this, \"a\", null);", "new Expression(…)"),
                backDoor("java.util.ServiceLoader.load(Runnable.class);", "ServiceLoader.load"),
                backDoor("new java.util.zip.ZipFile(\"a.zip\");", "new ZipFile(…)"),
                backDoor("java.util.TimeZone.setDefault(null);", "TimeZone.setDefault"));
    }

    @Test
    @DisplayName("refuse a collection that decides by itself what it is equal to")
    void ownEquality() {
        LearnerSource source = snippet(
                "new Liar();",
                "static class Liar extends ArrayList<Object> {"
                        + " @Override public boolean equals(Object other) { return true; } }");
        assertThat(failure(source))
                .hasMessage(
                        "Your class Liar has a method equals of its own: a collection that decides by itself what it is"
                                + " equal to cannot be compared with what is expected.");
    }

    private static Stream<Arguments> brokenSleep() {
        return Stream.of(
                row(LearnerRules.NO_SLEEP, "Thread.sleep(1); // here", "", "Thread.sleep", BECAUSE_SLEEP),
                row(LearnerRules.NO_SLEEP, "TimeUnit.DAYS.sleep(1); // here", "", "TimeUnit.sleep", BECAUSE_SLEEP),
                row(
                        LearnerRules.NO_SLEEP,
                        "Nap nap = Thread::sleep; // here",
                        "interface Nap { void take(long millis) throws Exception; }",
                        "Thread.sleep",
                        BECAUSE_SLEEP),
                row(
                        LearnerRules.NO_SLEEP,
                        "MyThread.sleep(1); // here",
                        "static class MyThread extends Thread {}",
                        "MyThread.sleep",
                        BECAUSE_SLEEP),
                row(
                        LearnerRules.NO_SLEEP,
                        "new Worker().run();",
                        "static class Worker extends Thread { public void run() { try {\nsleep(1); // here\n"
                                + "} catch (InterruptedException e) { return; } } }",
                        "Worker.sleep",
                        BECAUSE_SLEEP));
    }

    private static Stream<Arguments> brokenCommonPool(LearnerRule rule, String because) {
        return Stream.of(
                row(rule, "List.of(1).parallelStream(); // here", "", "List.parallelStream", because),
                row(
                        rule,
                        "List<Integer> list = List.of(1);\nSupplier<Stream<Integer>> s = list::parallelStream; // here",
                        "",
                        "Collection.parallelStream",
                        because),
                row(
                        rule,
                        "new MyList().parallelStream(); // here",
                        "static class MyList extends ArrayList<String> {}",
                        "MyList.parallelStream",
                        because),
                row(rule, "Stream.of(1).parallel(); // here", "", "Stream.parallel", because),
                row(rule, "IntStream.range(0, 5).parallel(); // here", "", "IntStream.parallel", because),
                row(
                        rule,
                        "StreamSupport.stream(List.of(1).spliterator(), true); // here",
                        "",
                        "StreamSupport.stream",
                        because),
                row(rule, "ForkJoinPool.commonPool(); // here", "", "ForkJoinPool.commonPool", because),
                row(
                        rule,
                        "CompletableFuture.supplyAsync(() -> 1); // here",
                        "",
                        "CompletableFuture.supplyAsync",
                        because),
                row(
                        rule,
                        "Function<Runnable, Object> f = CompletableFuture::runAsync; // here",
                        "",
                        "CompletableFuture.runAsync",
                        because),
                row(
                        rule,
                        "new CompletableFuture<String>().thenApplyAsync(a -> a); // here",
                        "",
                        "CompletableFuture.thenApplyAsync",
                        because));
    }

    private static Stream<Arguments> brokenBulkOperations() {
        LearnerRule rule = LearnerRules.NO_COMMON_POOL_FOR_WAITING;
        String map = "ConcurrentHashMap<String, String> map;";
        return Stream.of(
                row(rule, "map.forEach(1, (a, b) -> {}); // here", map, "ConcurrentHashMap.forEach", BECAUSE_WAITING),
                row(
                        rule,
                        "map.searchKeys(1, a -> null); // here",
                        map,
                        "ConcurrentHashMap.searchKeys",
                        BECAUSE_WAITING),
                row(
                        rule,
                        "map.reduceValues(1, (a, b) -> a); // here",
                        map,
                        "ConcurrentHashMap.reduceValues",
                        BECAUSE_WAITING));
    }

    private static Stream<Arguments> brokenProperties() {
        return Stream.of(row(
                LearnerRules.NO_PROPERTIES,
                "System.setProperty(\"a\", \"b\"); // here",
                "",
                "System.setProperty",
                BECAUSE_PROPERTIES));
    }

    private static Stream<Arguments> brokenQueues() {
        return Stream.of(
                row(
                        LearnerRules.NO_BLOCKING_QUEUE,
                        "new ArrayBlockingQueue<String>(3); // here",
                        "",
                        "new ArrayBlockingQueue(…)",
                        BECAUSE_QUEUE),
                row(
                        LearnerRules.NO_BLOCKING_QUEUE,
                        "waiting.take(); // here",
                        "BlockingQueue<String> waiting;",
                        "BlockingQueue.take",
                        BECAUSE_QUEUE),
                row(
                        LearnerRules.NO_BLOCKING_QUEUE,
                        "new Mine(); // here",
                        "static class Mine extends LinkedBlockingDeque<String> {}",
                        "new Mine(…)",
                        BECAUSE_QUEUE));
    }

    private static Stream<Arguments> brokenThreads(LearnerRule rule, String because) {
        return Stream.of(
                row(rule, "new Thread(); // here", "", "new Thread(…)", because),
                row(
                        rule,
                        "new MyThread(); // here",
                        "static class MyThread extends Thread {}",
                        "new MyThread(…)",
                        because),
                row(rule, "Supplier<Thread> s = Thread::new; // here", "", "new Thread(…)", because),
                row(rule, "Thread.ofVirtual(); // here", "", "Thread.ofVirtual", because),
                row(rule, "Thread.startVirtualThread(null); // here", "", "Thread.startVirtualThread", because),
                row(rule, "Executors.newCachedThreadPool(); // here", "", "Executors.newCachedThreadPool", because),
                row(
                        rule,
                        "ExecutorService own = null;\nown.submit(() -> 1); // here",
                        "",
                        "ExecutorService.submit",
                        because),
                row(
                        rule,
                        "CompletableFuture.completedFuture(1); // here",
                        "",
                        "CompletableFuture.completedFuture",
                        because),
                row(
                        rule,
                        "new Task(); // here",
                        "static class Task extends RecursiveTask<Integer> {\n"
                                + "protected Integer compute() { return 1; } }",
                        "new Task(…)",
                        because),
                row(rule, "List.of(1).parallelStream(); // here", "", "List.parallelStream", because),
                row(rule, "IntStream.range(0, 5).parallel(); // here", "", "IntStream.parallel", because),
                row(rule, "Arrays.parallelSort(new int[0]); // here", "", "Arrays.parallelSort", because));
    }

    @ParameterizedTest(name = "as in {1}")
    @MethodSource("broken")
    @DisplayName("are broken")
    void breaks(LearnerRule rule, String body, String members, String message) {
        LearnerSource source = snippet(body, members);

        assertThat(failure(source, rule))
                .hasMessage(message)
                .returns(rule.diagnosis(), CheckFailure::diagnosis)
                .returns(rule.harmful(), Subjects::stopsAll)
                .extracting(CheckFailure::place)
                .isEqualTo(Optional.of(new Place(FILE, source.lineOf("// here"))));
    }

    static Stream<Arguments> staticFields() {
        return Stream.of(
                arguments("private static long total;"),
                arguments("static volatile long total;"),
                arguments("public static List<String> total = List.of();"));
    }

    @ParameterizedTest(name = "as with {0}")
    @MethodSource("staticFields")
    @DisplayName("are broken by a static field, which has no line")
    void staticState(String field) {
        assertThat(failure(snippet("", field), LearnerRules.NO_STATIC_STATE))
                .hasMessage("The field total is static and not final: " + BECAUSE_STATIC + ".")
                .returns(Diagnosis.STATIC_STATE, CheckFailure::diagnosis)
                .returns(Optional.empty(), CheckFailure::place);
    }

    private static Stream<LearnerRule> all() {
        return Arrays.stream(LearnerRules.class.getFields())
                .filter(field -> field.getType() == LearnerRule.class)
                .map(LearnerRulesTests::valueOf);
    }

    private static LearnerRule valueOf(Field field) {
        try {
            return (LearnerRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("each have code here that keeps them")
    void allKept() {
        assertThat(kept().map(row -> row.get()[0])).containsAll(all().toList());
    }

    @Test
    @DisplayName("each have code here that breaks them")
    void allBroken() {
        Stream<Object> rules = Stream.concat(
                broken().map(row -> row.get()[0]),
                Stream.of(LearnerRules.NO_STATIC_STATE, LearnerRules.NO_OWN_EQUALITY));

        assertThat(rules).containsAll(all().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("diagnoses")
    @DisplayName("have these names for their breaches")
    void diagnosis(Diagnosis expected, LearnerRule rule) {
        assertThat(rule.diagnosis()).isEqualTo(expected);
    }

    static Stream<Arguments> diagnoses() {
        return Stream.of(
                arguments(Diagnosis.FORBIDDEN_CALL, LearnerRules.NO_EXIT),
                arguments(Diagnosis.FORBIDDEN_CALL, LearnerRules.NO_PROCESSES),
                arguments(Diagnosis.FORBIDDEN_CALL, LearnerRules.NO_REFLECTION),
                arguments(Diagnosis.FORBIDDEN_CALL, LearnerRules.NO_GRADER),
                arguments(Diagnosis.SLEEP_AS_SYNCHRONISATION, LearnerRules.NO_SLEEP),
                arguments(Diagnosis.COMMON_POOL_FOR_WAITING, LearnerRules.NO_COMMON_POOL_FOR_WAITING),
                arguments(Diagnosis.COMMON_POOL_FOR_COMPUTING, LearnerRules.NO_COMMON_POOL_FOR_COMPUTING),
                arguments(Diagnosis.COMMON_POOL_FOR_COMPUTING, LearnerRules.NO_PROPERTIES),
                arguments(Diagnosis.STATIC_STATE, LearnerRules.NO_STATIC_STATE),
                arguments(Diagnosis.FORBIDDEN_CALL, LearnerRules.NO_BLOCKING_QUEUE),
                arguments(Diagnosis.THREADS_IN_PURE_CODE, LearnerRules.NO_THREADS));
    }

    @Test
    @DisplayName("stop everything where code could do harm")
    void harmful() {
        assertThat(all().filter(LearnerRule::harmful))
                .containsExactlyInAnyOrder(
                        LearnerRules.NO_EXIT,
                        LearnerRules.NO_PROCESSES,
                        LearnerRules.NO_REFLECTION,
                        LearnerRules.NO_GRADER,
                        LearnerRules.NO_BACK_DOORS,
                        LearnerRules.NO_OWN_EQUALITY);
    }

    @Test
    @DisplayName("that are special to other exercises do not count")
    void special() {
        assertThatCode(() -> check(snippet("ForkJoinPool.commonPool();", "static int total;")))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("name the first line of several that break one rule")
    void firstLine() {
        LearnerSource source = snippet("Thread.sleep(1); // here\nThread.sleep(2);", "");

        assertThat(failure(source).place()).contains(new Place(FILE, source.lineOf("// here")));
    }

    @Test
    @DisplayName("also bind the classes that the solution uses")
    void helper() {
        LearnerSource helper = LearnerSource.of("Helper", "static void help() { System.exit(0); } // here");
        helper.compileTo(classes);

        assertThat(failure(snippet("Helper.help();", "")).place())
                .contains(new Place(FILE.replace("Snippet", "Helper"), helper.lineOf("// here")));
    }

    @Test
    @DisplayName("do not bind classes that the solution does not use")
    void unusedClass() {
        LearnerSource.of("Helper", "static void help() { System.exit(0); }").compileTo(classes);

        assertThatCode(() -> check(snippet("", ""))).doesNotThrowAnyException();
    }
}
