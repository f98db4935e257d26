package twostoves.races;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import twostoves.racewatch.Agent;

/**
 * The agent as a jar of its own, which a JVM demands, and which rewritten classes of the JDK can find on the boot class path.
 * It is packed when it is first needed, so that no build has to know of it: the classes lie in a directory or in a jar.
 */
final class AgentJar {

    private static final String HOME = "twostoves/racewatch/";

    private static Path packed;

    private AgentJar() {}

    /** Where the jar is; it is deleted when this process ends. */
    static synchronized Path path() throws IOException {
        if (packed == null || !Files.exists(packed)) {
            packed = Files.createTempFile("kata-racewatch", ".jar");
            packed.toFile().deleteOnExit();
            pack(packed);
        }
        return packed;
    }

    private static void pack(Path jar) throws IOException {
        Path home;
        try {
            home = Path.of(Agent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the grader's classes have no address", e);
        }
        if (Files.isDirectory(home)) {
            write(home.resolve(HOME), jar);
            return;
        }
        try (FileSystem archive = FileSystems.newFileSystem(home)) {
            write(archive.getPath(HOME), jar);
        }
    }

    private static void write(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(classes)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".class"))
                    .toList();
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest(jar))) {
            entries.setLevel(0);
            for (Path file : files) {
                entries.putNextEntry(new JarEntry(HOME + file.getFileName()));
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(entries);
                }
                entries.closeEntry();
            }
        }
    }

    private static Manifest manifest(Path jar) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", Agent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        attributes.putValue("Boot-Class-Path", fileName(jar));
        return manifest;
    }

    /** Relative to the jar itself, and without the blanks that would part it in two. */
    private static String fileName(Path jar) {
        return URI.create(jar.toUri().getRawPath().replaceAll(".*/", "")).toString();
    }
}
