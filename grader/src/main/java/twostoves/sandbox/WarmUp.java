package twostoves.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twostoves.contract.WarmUpContract;
import twostoves.fork.ChildJvm;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Gradebook;
import twostoves.grading.Workbench;
import twostoves.kit.RemoteApi;

/**
 * Grades an exercise of our own, so that the code that every grading needs is loaded and linked before it is needed: a
 * worker has nothing else to do while the submission is compiled.
 */
final class WarmUp {

    /** With a little of what submissions consist of. */
    private static final String SOURCE = """
            package twostoves.concurrency;

            import java.util.*;
            import java.util.concurrent.*;
            import twostoves.kit.RemoteApi;

            public final class WarmUp {
                private final Map<String, List<Integer>> lengths = new HashMap<>();

                public List<String> call(List<String> paths, RemoteApi api) throws InterruptedException, ExecutionException {
                    List<Future<String>> futures = new ArrayList<>();
                    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                        for (String path : paths) {
                            futures.add(executor.submit(() -> api.get(path)));
                        }
                    }
                    List<String> results = new ArrayList<>();
                    for (int i = 0; i < futures.size(); i++) {
                        results.add(i + " " + futures.get(i).get());
                    }
                    lengths.computeIfAbsent("all", key -> new ArrayList<>()).add(results.size());
                    return results.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
                }
            }
            """;

    private WarmUp() {}

    /**
     * Goes once through all that a worker does.
     *
     * @param directory where to put a class file
     * @return what came of it: solved, or it has not warmed up all
     */
    static ExerciseResult run(Path directory) {
        Exercise exercise = Exercise.of(WarmUpChecks.class);
        Workbench bench = new Workbench(Optional.of(directory), Map.of());
        writeSubmission(directory, exercise.className());
        ExerciseResult result = CheckRun.of(WarmUpChecks.class, bench, new Gradebook());
        String reply = Wire.write(new Reply(Reply.Verdict.of(result), List.of(), "", false));
        Wire.read(reply, Reply.class).verdict().of(exercise);
        Order.of(new Order.Take(bench).line());
        Order.of(new Order.Judge("").line());
        return result;
    }

    /**
     * Compiles a file of our own, which is only worth it where an archive is made of what that loads.
     *
     * @param directory where to put files meanwhile
     * @return what came of it
     */
    static Compiling compile(Path directory) {
        Order.Compile order = new Order.Compile(
                List.of(new NamedFile("twostoves/concurrency/WarmUp.java", SOURCE.getBytes(StandardCharsets.UTF_8))),
                ChildJvm.classes());
        Order.of(order.line());
        Compiling compiled = CompilerRoom.compile(directory, order, said -> {});
        return Compiling.of(compiled.line()).orElseThrow();
    }

    private static void writeSubmission(Path directory, String className) {
        Path file = directory.resolve(className.replace('.', '/') + ".class");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, submission(ClassDesc.of(className)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class with a constructor and the method {@code call}, which returns {@code api.get("/")}. */
    private static byte[] submission(ClassDesc name) {
        ClassDesc contract = WarmUpContract.class.describeConstable().orElseThrow();
        ClassDesc api = RemoteApi.class.describeConstable().orElseThrow();
        return ClassFile.of()
                .build(
                        name,
                        type -> type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                                .withInterfaceSymbols(contract)
                                .withMethodBody(
                                        ConstantDescs.INIT_NAME,
                                        ConstantDescs.MTD_void,
                                        ClassFile.ACC_PUBLIC,
                                        code -> code.aload(0)
                                                .invokespecial(
                                                        ConstantDescs.CD_Object,
                                                        ConstantDescs.INIT_NAME,
                                                        ConstantDescs.MTD_void)
                                                .return_())
                                .withMethodBody(
                                        "call",
                                        MethodTypeDesc.of(ConstantDescs.CD_String, api),
                                        ClassFile.ACC_PUBLIC,
                                        code -> code.aload(1)
                                                .loadConstant("/")
                                                .invokeinterface(
                                                        api,
                                                        "get",
                                                        MethodTypeDesc.of(
                                                                ConstantDescs.CD_String, ConstantDescs.CD_String))
                                                .areturn()));
    }
}
