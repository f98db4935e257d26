package twostoves.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this grader. */
public final class GraderVersion {

    /** Written by Maven into every jar, but not where classes are used from a build directory. */
    private static final String RESOURCE = "/META-INF/maven/twostoves/grader/pom.properties";

    private static final String UNPACKAGED = "development";

    private GraderVersion() {}

    /**
     * Tells the version of this grader, as reports have it.
     *
     * @return the version; {@value #UNPACKAGED} where it was not packaged
     */
    public static String find() {
        try (InputStream resource = GraderVersion.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                return UNPACKAGED;
            }
            Properties properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version", UNPACKAGED);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
