package twostoves.classroom;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import twostoves.fork.ChildJvm;

/**
 * Which grader has judged. The version alone does not tell: it stays the same while somebody mends a check.
 *
 * @param version the version of the grader, as reports have it
 * @param fingerprint a text that differs where a class or a page of the grader, or a library of it, differs; the same for
 *     two builds of the same sources with the same JDK
 */
public record GraderIdentity(String version, String fingerprint) {

    private static final String META_INF = "META-INF/";
    private static final int FINGERPRINT_LENGTH = 16;

    /**
     * Tells which grader this process is.
     *
     * @param version its version
     * @return its identity
     * @throws UncheckedIOException if its own files cannot be read
     */
    public static GraderIdentity ofThisProcess(String version) {
        return new GraderIdentity(
                version, fingerprint(List.of(ChildJvm.classes().split(File.pathSeparator))));
    }

    static String fingerprint(List<String> classPath) {
        Map<String, Long> checksums = new TreeMap<>();
        try {
            for (String entry : classPath) {
                addFilesOf(Path.of(entry), checksums);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Sha256 all = new Sha256();
        checksums.forEach((name, checksum) -> all.add(name).add(checksum));
        return all.hex().substring(0, FINGERPRINT_LENGTH);
    }

    private static void addFilesOf(Path entry, Map<String, Long> checksums) throws IOException {
        if (Files.isDirectory(entry)) {
            try (Stream<Path> files = Files.walk(entry)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = entry.relativize(file).toString().replace('\\', '/');
                    addUnlessMeta(name, checksum(file), checksums);
                }
            }
        } else if (Files.isRegularFile(entry)) {
            try (ZipFile jar = new ZipFile(entry.toFile())) {
                // the checksums stand in the jar's directory: nothing is unpacked
                jar.stream()
                        .filter(file -> !file.isDirectory())
                        .forEach(file -> addUnlessMeta(file.getName(), file.getCrc(), checksums));
            }
        }
    }

    /** What builders note about themselves, dates for example, is no part of the grader. */
    private static void addUnlessMeta(String name, long checksum, Map<String, Long> checksums) {
        if (!name.startsWith(META_INF)) {
            checksums.merge(name, checksum, (one, other) -> 31 * one + other);
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(file));
        return checksum.getValue();
    }

    /** For people: the version, and as much of the fingerprint as tells two graders apart. */
    @Override
    public String toString() {
        return version + " (" + fingerprint + ")";
    }
}
