package twostoves.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells a worker's own messages from all else that comes out of its process: each begins with a code that only the two ends of
 * the channel can make, from a key that is new for each worker, the number of the message and its text (HMAC, RFC 2104). So to
 * have seen earlier messages helps nobody, and none counts twice.
 *
 * <p>Used by one thread.
 */
final class Seal {

    /** Begins every sealed line. */
    static final String PREFIX = "kata-sealed ";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int CODE_LENGTH = 64;

    private final Mac mac;
    private long number;

    Seal(String key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Makes a key that nobody can guess, in hexadecimal digits. */
    static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** Seals the next message, which is one line. */
    String seal(String message) {
        return PREFIX + code(number++, message) + " " + message;
    }

    /** Opens the next message; empty if the line is not that. */
    Optional<String> open(String line) {
        int begin = PREFIX.length() + CODE_LENGTH;
        if (!line.startsWith(PREFIX) || line.length() <= begin) {
            return Optional.empty();
        }
        String message = line.substring(begin + 1);
        byte[] expected = code(number, message).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(
                expected, line.substring(PREFIX.length(), begin).getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        number++;
        return Optional.of(message);
    }

    private String code(long ofNumber, String message) {
        return HexFormat.of().formatHex(mac.doFinal((ofNumber + " " + message).getBytes(StandardCharsets.UTF_8)));
    }
}
