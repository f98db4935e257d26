package twostoves.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Tells which grader this is, and on which Java. */
final class Version implements IVersionProvider {

    /** Written by Maven into every jar, but not where classes are used from a build directory. */
    private static final String RESOURCE = "/META-INF/maven/twostoves/grader/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"kata " + ofGrader() + " on Java " + Runtime.version()};
    }

    private static String ofGrader() throws IOException {
        try (InputStream resource = Version.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            if (resource != null) {
                properties.load(resource);
            }
            return properties.getProperty("version", "development");
        }
    }
}
