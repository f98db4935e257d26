package twostoves.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A fingerprint of several pieces in order. Each piece counts with its length, so that none can pose as two. */
final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static Sha256 of(byte[] piece) {
        return new Sha256().add(piece);
    }

    Sha256 add(byte[] piece) {
        add(piece.length);
        digest.update(piece);
        return this;
    }

    Sha256 add(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    Sha256 add(String piece) {
        return add(piece.getBytes(StandardCharsets.UTF_8));
    }

    Sha256 add(Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                length += count;
            }
        }
        return add(length);
    }

    /** Ends the fingerprint. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Ends the fingerprint. */
    int firstInt() {
        return ByteBuffer.wrap(digest.digest()).getInt();
    }
}
