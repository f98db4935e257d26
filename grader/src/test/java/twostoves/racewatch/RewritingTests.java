package twostoves.racewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rewritten classes")
class RewritingTests {

    private static final ClassFiles JDK = ClassFiles.of(null);

    private static List<String> namesBelow(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String name) {
        return ClassFiles.read(ClassLoader.getSystemClassLoader(), name).orElseThrow();
    }

    private static List<String> faults(String name, byte[] rewritten) {
        return JDK.format().verify(rewritten).stream()
                .map(fault -> name + ": " + fault.getMessage())
                .toList();
    }

    @Test
    @DisplayName("of the JDK are as sound as before, and all that order threads can be rewritten")
    void jdk() {
        List<String> names = namesBelow(Path.of(URI.create("jrt:/java.base/"))).stream()
                .filter(JdkClasses::areRewritten)
                .toList();
        List<String> faults = new ArrayList<>();
        int rewritten = 0;
        for (String name : names) {
            Optional<byte[]> changed = new SyncRewriter(JDK).rewrite(name, bytes(name));
            changed.ifPresent(bytes -> faults.addAll(faults(name, bytes)));
            rewritten += changed.isPresent() ? 1 : 0;
        }

        assertThat(faults).isEmpty();
        assertThat(rewritten).isGreaterThan(100);
    }

    @Test
    @DisplayName("of learners are as sound as before, whatever stands in them")
    void learners() {
        // half of the JDK's library, as if learners had written it
        List<String> names = namesBelow(Path.of(URI.create("jrt:/java.base/"))).stream()
                .filter(name -> name.startsWith("java/util/") || name.startsWith("java/time/"))
                .toList();
        LearnerRewriter rewriter = new LearnerRewriter(name -> Optional.empty(), ClassLoader.getSystemClassLoader());
        List<String> faults = new ArrayList<>();
        for (String name : names) {
            faults.addAll(faults(name, rewriter.rewrite(bytes(name))));
        }

        assertThat(faults).isEmpty();
        assertThat(names).hasSizeGreaterThan(500);
    }

    @Test
    @DisplayName("have the methods in which a virtual thread starts and ends")
    void virtualThreads() {
        String name = "java/lang/VirtualThread";
        byte[] rewritten = new SyncRewriter(JDK).rewrite(name, bytes(name)).orElseThrow();
        String pool = new String(rewritten, java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(ClassFile.of().parse(rewritten).methods())
                .hasSameSizeAs(ClassFile.of().parse(bytes(name)).methods());
        assertThat(pool).contains("virtualEnded", "starting");
    }
}
