package twostoves.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The fingerprint of a grader")
class GraderIdentityTests {

    @TempDir
    Path directory;

    private String fingerprintOf(Map<String, String> files) throws IOException {
        Path jar = Files.createTempFile(directory, "grader", ".jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return GraderIdentity.fingerprint(List.of(jar.toString()));
    }

    @Test
    @DisplayName("is the same for the same content, whatever the order, the dates and what the builder notes of itself")
    void same() throws IOException {
        Map<String, String> turned = new LinkedHashMap<>();
        turned.put("b/B.class", "2");
        turned.put("META-INF/MANIFEST.MF", "Build-Time: now");
        turned.put("a/A.class", "1");

        assertThat(fingerprintOf(turned))
                .isEqualTo(fingerprintOf(Map.of("a/A.class", "1", "b/B.class", "2")))
                .matches("[0-9a-f]{16}");
    }

    @Test
    @DisplayName("differs where a file does, in its content or its name")
    void different() throws IOException {
        String one = fingerprintOf(Map.of("a/A.class", "1"));

        assertThat(fingerprintOf(Map.of("a/A.class", "2"))).isNotEqualTo(one);
        assertThat(fingerprintOf(Map.of("a/B.class", "1"))).isNotEqualTo(one);
    }

    @Test
    @DisplayName("is the same for a jar and for a directory of classes")
    void unpacked() throws IOException {
        Path classes = directory.resolve("classes");
        Files.createDirectories(classes.resolve("a"));
        Files.writeString(classes.resolve("a/A.class"), "1");

        assertThat(GraderIdentity.fingerprint(List.of(classes.toString())))
                .isEqualTo(fingerprintOf(Map.of("a/A.class", "1")));
    }
}
