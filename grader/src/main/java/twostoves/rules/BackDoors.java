package twostoves.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TimeZone;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;
import java.util.logging.SocketHandler;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import twostoves.evidence.LearnerPackages;

/** What no exercise needs of the JDK, and what could be used to get at the grader or its machine. */
final class BackDoors {

    /** Whole packages that exercises may need; everything else but single classes of the next list is closed. */
    private static final Pattern OPEN = Pattern.compile(
            "java\\.(lang|lang\\.ref|lang\\.annotation|io|math|text|nio"
                    + "|nio\\.charset|nio\\.file|time(\\..*)?|util|util\\.(concurrent(\\..*)?|function|stream|random|regex|logging))");

    private static final Pattern OPEN_CLASSES = Pattern.compile("java\\.security\\.SecureRandom"
            + "|java\\.lang\\.invoke\\.(VarHandle|MethodHandles(\\$Lookup)?)"
            + "|java\\.nio\\.file\\.attribute\\.[A-Za-z]*(Attributes|FileTime)"
            + "|java\\.nio\\.channels\\.(FileChannel|Channels|[A-Za-z]*ByteChannel|Channel|[A-Za-z]*Exception)"
            + "|java\\.net\\.(Socket|ServerSocket|Inet[A-Za-z0-9]*|SocketAddress|URI|[A-Za-z]*Exception)");

    private static final DescribedPredicate<JavaAccess<?>> CLOSED_PACKAGES =
            DescribedPredicate.describe("into packages that no exercise needs", BackDoors::isClosed);

    private static final DescribedPredicate<JavaAccess<?>> FILES_BY_NAME =
            DescribedPredicate.describe("to a constructor that makes a file", BackDoors::makesFile);

    /** Whatever of the JDK a submission may not touch. */
    static final DescribedPredicate<JavaAccess<?>> ANY = Stream.of(
                    CLOSED_PACKAGES,
                    FILES_BY_NAME,
                    Calls.to(
                            System.class, "load|loadLibrary|setIn|setOut|setErr|getenv|getProperties|inheritedChannel"),
                    Calls.to(Runtime.class, "load|loadLibrary"),
                    Calls.to(
                            Thread.class,
                            "getAllStackTraces|enumerate|getThreadGroup|getStackTrace|setDefaultUncaughtExceptionHandler"
                                    + "|[gs]etContextClassLoader"),
                    Calls.to(ThreadGroup.class, ".*"),
                    Calls.to(Throwable.class, "[gs]etStackTrace"),
                    Calls.to(StackWalker.class, ".*"),
                    Calls.to(Module.class, ".*"),
                    Calls.to(ModuleLayer.class, ".*"),
                    Calls.to(Class.class, "getClassLoader|getModule|getResource.*|getProtectionDomain"),
                    Calls.to(FileDescriptor.class, ".*"),
                    Calls.to(RandomAccessFile.class, ".*"),
                    Calls.to(FileOutputStream.class, ".*"),
                    Calls.to(FileWriter.class, ".*"),
                    Calls.to(ObjectInputStream.class, ".*"),
                    Calls.to(ObjectOutputStream.class, ".*"),
                    Calls.to(File.class, "create.*|delete.*|mkdirs?|renameTo|set.*"),
                    Calls.to(
                            Files.class, "write.*|newOutputStream|newBufferedWriter|copy|move|delete.*|create.*|set.*"),
                    // all that a file can be opened for but reading
                    Calls.to(StandardOpenOption.class, "(?!READ$).*"),
                    Calls.to(ServerSocket.class, "setSocketFactory"),
                    Calls.to(Socket.class, "setSocketImplFactory"),
                    Calls.to(URI.class, "toURL"),
                    Calls.to(ServiceLoader.class, ".*"),
                    Calls.to(Locale.class, "setDefault"),
                    Calls.to(TimeZone.class, "setDefault"),
                    Calls.to(FileHandler.class, ".*"),
                    Calls.to(SocketHandler.class, ".*"),
                    Calls.to(LogManager.class, ".*"))
            .reduce((one, other) -> one.or(other))
            .orElseThrow();

    private BackDoors() {}

    private static boolean isClosed(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = owner.getName();
        return !owner.isArray()
                && !name.startsWith("twostoves.")
                && !OPEN.matcher(owner.getPackageName()).matches()
                && !OPEN_CLASSES.matcher(name).matches();
    }

    private static boolean makesFile(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.ConstructorCallTarget constructor
                && Stream.of(PrintStream.class, PrintWriter.class, Formatter.class)
                        .anyMatch(type -> Calls.isA(constructor.getOwner(), type))
                && !LearnerPackages.contains(constructor.getOwner().getName())
                && takesName(constructor.getRawParameterTypes());
    }

    private static boolean takesName(List<JavaClass> parameters) {
        return !parameters.isEmpty()
                && (parameters.getFirst().getName().equals(String.class.getName())
                        || parameters.getFirst().getName().equals(File.class.getName()));
    }
}
