package twostoves.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar packed for transport: its entries are stored as they are, and gzip compresses all of them together, which finds
 * what class files have in common and takes two thirds of the room. The same jar always gives the same bytes. What only
 * other commands than {@code grade} need is left out.
 */
final class PackedJar {

    /** The earliest time that a zip file knows. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Libraries of commands that a platform does not run: {@code watch}, and the search for similar submissions. */
    private static final List<String> LEFT_OUT = List.of("com/sun/jna/", "de/jplag/", "io/methvin/", "org/jline/");

    private PackedJar() {}

    private static final class BestGzip extends GZIPOutputStream {
        private BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /**
     * Packs a jar.
     *
     * @param jar the jar
     * @param packed the file to write, to be unpacked with gunzip into a jar that grades like the first
     */
    static void write(Path jar, Path packed) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(new BestGzip(Files.newOutputStream(packed)))) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && LEFT_OUT.stream().noneMatch(entry.getName()::startsWith)) {
                    store(entry.getName(), from.getInputStream(entry).readAllBytes(), to);
                }
            }
        }
    }

    private static void store(String name, byte[] content, ZipOutputStream to) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(NO_TIME);
        to.putNextEntry(entry);
        to.write(content);
        to.closeEntry();
    }
}
